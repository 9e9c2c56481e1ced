using System.Text;
using System.Text.Json;
using LakeTools.Core.Data.Files;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>A page of Export-LakeReport, read for a comparison. Only its JSON is read.</summary>
internal sealed record EarlierReport
{
    private const string Open = "<script type=\"application/json\" id=\"data\">";
    private const string Close = "</script>";

    /// <summary>The account whose lake it is about.</summary>
    public required string AccountId { get; init; }

    /// <summary>The region's code.</summary>
    public required string Region { get; init; }

    /// <summary>The scope. Null for the whole lake.</summary>
    public required string? Scope { get; init; }

    /// <summary>The principal who read it.</summary>
    public required string ReadBy { get; init; }

    /// <summary>Whether it may be incomplete, because its reader could not see everything.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Its title and time.</summary>
    public required ReportSince Since { get; init; }

    /// <summary>The groups of its principals: identifiers by identifier. Null if there are none.</summary>
    public required IReadOnlyDictionary<string, string?> Groups { get; init; }

    /// <summary>The things, by <see cref="ReportThing.Key"/>, in their order.</summary>
    public required IReadOnlyDictionary<string, ReportThing> Things { get; init; }

    /// <summary>The permissions, by principal and thing.</summary>
    public required IReadOnlyDictionary<(string Principal, string Thing), ReportRight> Rights { get; init; }

    /// <summary>The limits of the comparison, as a sentence. Null if there are none.</summary>
    public string? Bound { get; init; }

    /// <summary>The permissions at the time of a publish.</summary>
    /// <param name="version">The publish.</param>
    /// <param name="now">The new report, before the comparison.</param>
    /// <param name="then">The result of <see cref="ReportBuilder"/> for the earlier facts.</param>
    /// <returns>The report, of the same lake and scope.</returns>
    public static EarlierReport Of(LakeDefinitionVersion version, LakeReport now,
        (IReadOnlyList<ReportPrincipal> Principals, IReadOnlyList<ReportThing> Things, IReadOnlyList<ReportEntry> Entries) then) => new()
    {
        AccountId = now.AccountId,
        Region = now.Region,
        Scope = now.Scope,
        ReadBy = now.ReadBy,
        IsPartial = false,
        Since = new ReportSince(
            ReportJson.Time(new DateTimeOffset(version.PublishedAt).ToOffset(now.CreatedAt.Offset)),
            $"version {version.Version} of the definition {version.Name}"),
        Groups = then.Principals.ToDictionary(principal => principal.Id, principal => principal.Group < 0
            ? null : then.Principals[principal.Group].Id),
        Things = then.Things.ToDictionary(thing => thing.Key),
        Rights = then.Entries.ToDictionary(
            entry => (then.Principals[entry.Principal].Id, then.Things[entry.Thing].Key),
            entry => ReportRight.Of(entry, then.Things[entry.Thing])),
        Bound = $"Compared with the state after version {version.Version} of {version.Name}, for the resources that the definition owns. "
            + "Other changes since then are not shown. "
            + "Permissions that a principal had only as the creator of a resource can be missing from that version.",
    };

    /// <summary>Reads a page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report.</returns>
    /// <exception cref="LakeException"><c>FileError</c>, <c>ReportUnreadable</c>.</exception>
    public static async Task<EarlierReport> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string page;
        try
        {
            page = await File.ReadAllTextAsync(path, TextEncoding.Utf8, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault.FileError(path, error.Message, inner: error);
        }
        catch (DecoderFallbackException error)
        {
            throw Fault.ReportUnreadable(path, inner: error);
        }

        var start = page.IndexOf(Open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(Close, start, StringComparison.Ordinal);
        if (end < 0) throw Fault.ReportUnreadable(path);
        try
        {
            using var json = JsonDocument.Parse(page.AsMemory(start + Open.Length, end - start - Open.Length));
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            throw Fault.ReportUnreadable(path, inner: error);
        }
    }

    private static EarlierReport Read(JsonElement root)
    {
        var permissions = root.GetProperty("permissions").EnumerateArray().Select(name => PermissionNames.Listed([Text(name)])).ToArray();
        var rows = root.GetProperty("rows").EnumerateArray().Select(Text).ToArray();
        var principals = root.GetProperty("principals").EnumerateArray()
            .Select(principal => (Id: Text(principal[0]), Group: principal[2].GetInt32())).ToArray();
        var things = root.GetProperty("things").EnumerateArray().Select(Thing).ToArray();
        var rights = new Dictionary<(string, string), ReportRight>();
        foreach (var entry in root.GetProperty("entries").EnumerateArray())
        {
            var thing = things[entry[1].GetInt32()];
            var isAll = entry[6].ValueKind == JsonValueKind.Null;
            rights[(principals[entry[0].GetInt32()].Id, thing.Key)] = new ReportRight(
                Set(permissions, entry[2].GetInt32()),
                Set(permissions, entry[3].GetInt32()),
                isAll ? thing.Columns : [.. entry[6].EnumerateArray().Select(column => thing.Columns[column.GetInt32()])],
                isAll,
                [.. entry[7].EnumerateArray().Select(row => rows[row.GetInt32()])]);
        }

        return new EarlierReport
        {
            AccountId = Text(root.GetProperty("account")),
            Region = Text(root.GetProperty("region")),
            Scope = root.GetProperty("scope").GetString(),
            ReadBy = Text(root.GetProperty("readBy")),
            IsPartial = root.GetProperty("notes").GetArrayLength() > 0,
            Since = new ReportSince(Text(root.GetProperty("time")), Text(root.GetProperty("title"))),
            Groups = principals.ToDictionary(principal => principal.Id, principal => principal.Group < 0
                ? null : principals[principal.Group].Id),
            Things = things.ToDictionary(thing => thing.Key),
            Rights = rights,
        };
    }

    private static ReportThing Thing(JsonElement thing) => new(
        Enum.Parse<ResourceKind>(Text(thing[0])),
        Text(thing[1]),
        thing[2].GetString(),
        [.. thing[4].EnumerateArray().Select(Text)],
        [],
        new Dictionary<string, IReadOnlyList<string>>(),
        ReportDetail.None);

    private static PermissionSet Set(PermissionSet[] permissions, int mask)
    {
        var set = PermissionSet.None;
        for (var bit = 0; bit < permissions.Length; bit++)
            if ((mask & (1 << bit)) != 0) set |= permissions[bit];
        return set;
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("A text is missing.");
}
