using System.Globalization;
using System.Text.Json;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>
/// A report as the page's script reads it: lists of short rows, and every text once, since a lake's rights have few texts and many rows.
/// </summary>
internal static class ReportJson
{
    /// <summary>Writes the JSON, in ASCII and without angle brackets, quotes of HTML or ampersands.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The work.</returns>
    public static async Task WriteAsync(LakeReport report, Stream output, CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(output);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            Header(writer, report);
            var tags = new Interned<string>();
            var reasons = new Interned<AccessReason>();
            var lists = new Interned<string>();
            writer.WriteStartArray("things");
            foreach (var thing in report.Things) Thing(writer, thing, tags);
            writer.WriteEndArray();
            writer.WriteStartArray("entries");
            foreach (var entry in report.Entries)
            {
                Entry(writer, entry, report.Things[entry.Thing], reasons, lists);
                if (writer.BytesPending > 1 << 16) await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            Texts(writer, "tags", tags.Items);
            Texts(writer, "rows", lists.Items);
            writer.WriteStartArray("reasons");
            foreach (var reason in reasons.Items)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(reason.Kind.ToString());
                writer.WriteNumberValue(reason.Allows ? (int)(reason.Permissions & ~PermissionSet.All) : 0);
                writer.WriteStringValue(reason.Text);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static void Header(Utf8JsonWriter writer, LakeReport report)
    {
        writer.WriteString("title", report.Title);
        writer.WriteString("lake", report.Lake);
        writer.WriteString("account", report.AccountId);
        writer.WriteString("region", report.Region);
        writer.WriteString("time", report.CreatedAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        writer.WriteString("readBy", report.ReadBy);
        writer.WriteString("scope", report.Scope);
        if (report.GrantCount is { } grants) writer.WriteNumber("grants", grants);
        else writer.WriteNull("grants");
        Texts(writer, "notes", report.Notes);
        Texts(writer, "permissions", PermissionNames.All.Concat(PermissionNames.Unknown));
        writer.WriteStartArray("principals");
        foreach (var principal in report.Principals)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(principal.Id);
            writer.WriteStringValue(principal.Kind?.ToString() ?? "");
            writer.WriteNumberValue(principal.Group);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    // [kind, text, database, tags, columns, tags of columns by the column's place, description, 1 where unguarded, target]; null for none
    private static void Thing(Utf8JsonWriter writer, ReportThing thing, Interned<string> tags)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(thing.Resource.Kind.ToString());
        writer.WriteStringValue(Name(thing.Resource));
        writer.WriteStringValue(thing.Resource.DatabaseName);
        Numbers(writer, thing.Tags.Select(tags.Place));
        Texts(writer, null, thing.Columns);
        writer.WriteStartObject();
        for (var column = 0; column < thing.Columns.Count; column++)
        {
            if (!thing.ColumnTags.TryGetValue(thing.Columns[column], out var own)) continue;
            writer.WritePropertyName(column.ToString(CultureInfo.InvariantCulture));
            Numbers(writer, own.Select(tags.Place));
        }

        writer.WriteEndObject();
        writer.WriteStringValue(thing.Detail.Description);
        writer.WriteNumberValue(thing.Detail.IsUnguarded ? 1 : 0);
        writer.WriteStringValue(thing.Detail.Target);
        writer.WriteEndArray();
    }

    // [principal, thing, permissions, grantable, marks, reasons, columns or null for all, row expressions]
    private static void Entry(Utf8JsonWriter writer, ReportEntry entry, ReportThing thing, Interned<AccessReason> reasons,
        Interned<string> rows)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(entry.Principal);
        writer.WriteNumberValue(entry.Thing);
        writer.WriteNumberValue((int)entry.Access.Permissions);
        writer.WriteNumberValue((int)entry.Access.Grantable);
        writer.WriteNumberValue((int)entry.Marks);
        Numbers(writer, entry.Access.Reasons.Distinct().Select(reasons.Place));
        if ((entry.Access.Permissions & PermissionSet.Select) == 0 || entry.Access.Columns.Count == thing.Columns.Count)
            writer.WriteNullValue();
        else Numbers(writer, entry.Access.Columns.Select(column => thing.Columns.ToList().IndexOf(column)));
        Numbers(writer, entry.Access.RowExpressions.Select(rows.Place));
        writer.WriteEndArray();
    }

    private static string Name(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Catalog => "the catalog",
        ResourceKind.Database => resource.DatabaseName!,
        ResourceKind.Table => $"{resource.DatabaseName}.{resource.TableName}",
        ResourceKind.AllTables => $"{resource.DatabaseName}.*",
        ResourceKind.DataLocation => resource.DataLocation!,
        _ => resource.ToString(),
    };

    private static void Numbers(Utf8JsonWriter writer, IEnumerable<int> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string? name, IEnumerable<string> texts)
    {
        if (name is null) writer.WriteStartArray();
        else writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private sealed class Interned<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _places = [];
        private readonly List<T> _items = [];

        public IReadOnlyList<T> Items => _items;

        public int Place(T item)
        {
            if (_places.TryGetValue(item, out var place)) return place;
            _items.Add(item);
            return _places[item] = _items.Count - 1;
        }
    }
}
