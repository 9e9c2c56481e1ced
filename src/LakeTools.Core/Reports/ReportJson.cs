using System.Globalization;
using System.Text.Json;
using LakeTools.Rules.Access;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>
/// A report as the page's script reads it: lists of short rows, and every text once, because a lake's rights have few texts and many rows.
/// </summary>
internal static class ReportJson
{
    /// <summary>Writes the JSON, in ASCII and without angle brackets, quotes of HTML or ampersands.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">The destination.</param>
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
            var grants = new Interned<ReportGrant>();
            writer.WriteStartArray("things");
            foreach (var thing in report.Things) Thing(writer, thing, tags);
            writer.WriteEndArray();
            writer.WriteStartArray("entries");
            foreach (var entry in report.Entries)
            {
                Entry(writer, entry, report.Things[entry.Thing], reasons, lists, grants);
                if (writer.BytesPending > 1 << 16) await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            writer.WriteEndArray();
            if (report.Trail is { } trail) Uses(writer, report, trail);
            Texts(writer, "tags", tags.Items);
            Texts(writer, "rows", lists.Items);
            writer.WriteStartArray("listed");
            foreach (var grant in grants.Items)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(grant.Text);
                writer.WriteStringValue(grant.LastUpdated is { } time ? Time(new DateTimeOffset(time.ToUniversalTime())
                    .ToOffset(report.CreatedAt.Offset)) : null);
                writer.WriteStringValue(grant.LastUpdatedBy);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
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
        writer.WriteString("time", Time(report.CreatedAt));
        writer.WriteString("readBy", report.ReadBy);
        writer.WriteString("scope", report.Scope);
        if (report.GrantCount is { } grants) writer.WriteNumber("grants", grants);
        else writer.WriteNull("grants");
        if (report.Since is { } since)
        {
            writer.WriteStartArray("since");
            writer.WriteStringValue(since.Time);
            writer.WriteStringValue(since.Title);
            writer.WriteEndArray();
        }

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

    // trail: [path, days]; uses: [principal, thing, time]
    private static void Uses(Utf8JsonWriter writer, LakeReport report, ReportTrail trail)
    {
        writer.WriteStartArray("trail");
        writer.WriteStringValue(trail.Path);
        writer.WriteNumberValue(trail.Days);
        writer.WriteEndArray();
        writer.WriteStartArray("uses");
        var principals = report.Principals.Select((principal, place) => (principal.Id, place)).ToDictionary(StringComparer.Ordinal);
        var tables = report.Things.Select((thing, place) => (thing, place)).Where(pair => pair.thing.Kind == ResourceKind.Table)
            .ToDictionary(pair => pair.thing.Name, pair => pair.place, StringComparer.Ordinal);
        foreach (var use in trail.Uses.Tables)
        {
            if (!principals.TryGetValue(use.Principal, out var principal)
                || !tables.TryGetValue(QualifiedName.Of(use.DatabaseName, use.TableName), out var table)) continue;
            writer.WriteStartArray();
            writer.WriteNumberValue(principal);
            writer.WriteNumberValue(table);
            writer.WriteStringValue(Time(new DateTimeOffset(use.Time.ToUniversalTime()).ToOffset(report.CreatedAt.Offset)));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>A time as the page shows it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Such as 2026-05-01 08:00 +00:00.</returns>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    // [kind, text, database, tags, columns, tags of columns by the column's place, description, 1 where unguarded, target, 1 where gone];
    // null for none
    private static void Thing(Utf8JsonWriter writer, ReportThing thing, Interned<string> tags)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(thing.Kind.ToString());
        writer.WriteStringValue(thing.Name);
        writer.WriteStringValue(thing.DatabaseName);
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
        writer.WriteNumberValue(thing.Detail.IsGone ? 1 : 0);
        writer.WriteEndArray();
    }

    // [principal, thing, permissions, grantable, marks, reasons, columns or null for all, row expressions, listed grants,
    // change or null: [gained, lost, grantable gained, grantable lost, columns gained, columns lost, rows of then or null]]
    private static void Entry(Utf8JsonWriter writer, ReportEntry entry, ReportThing thing, Interned<AccessReason> reasons,
        Interned<string> rows, Interned<ReportGrant> grants)
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
        Numbers(writer, entry.Grants.Select(grants.Place));
        if (entry.Change is { } change) Change(writer, change, rows);
        else writer.WriteNullValue();
        writer.WriteEndArray();
    }

    private static void Change(Utf8JsonWriter writer, ReportChange change, Interned<string> rows)
    {
        writer.WriteStartArray();
        foreach (var set in (PermissionSet[])[change.Gained, change.Lost, change.GrantableGained, change.GrantableLost])
            writer.WriteNumberValue((int)set);
        Texts(writer, null, change.ColumnsGained);
        Texts(writer, null, change.ColumnsLost);
        if (change.Rows is { } then) Numbers(writer, then.Select(rows.Place));
        else writer.WriteNullValue();
        writer.WriteEndArray();
    }

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
