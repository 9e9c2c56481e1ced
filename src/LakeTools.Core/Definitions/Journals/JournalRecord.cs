using System.Text.Json;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>An entry of a journal.</summary>
/// <param name="Version">The version in its head.</param>
/// <param name="Owned">The resources that the definition owned.</param>
/// <param name="Tables">The tables that existed before.</param>
/// <param name="After">The state after. Null if the publish was interrupted.</param>
/// <param name="Kept">The resources that the publish removed and a restore creates again: partitions and statistics.</param>
/// <param name="Gone">The resources that the publish removed and a restore cannot recover: the resource, and a text.</param>
internal sealed record JournalRecord(LakeDefinitionVersion Version, Ownership Owned, IReadOnlySet<StateKey> Tables, LakeState? After,
    IReadOnlyList<StateItem> Kept, IReadOnlyList<(StateKey Of, string Text)> Gone)
{
    private const string StatusLine = "{\"status\":";

    /// <summary>Whether the publish removed a table. For an interrupted one, this is known only if it lists what is removed with the table.
    /// </summary>
    /// <param name="table">The table.</param>
    public bool Removed(StateKey table) => After is not null ? Tables.Contains(table) && After.Find(table) is null
        : Gone.Any(gone => gone.Of == table) || Kept.Any(item => item.Key.Id == table.Id);

    /// <summary>Reads an entry whole.</summary>
    /// <exception cref="LakeException"><c>JournalUnreadable</c>.</exception>
    public static JournalRecord Read(string entry, string text)
    {
        var tables = new HashSet<StateKey>();
        var after = new List<StateItem>();
        var kept = new List<StateItem>();
        var gone = new List<(StateKey, string)>();
        var owned = new List<OwnedThing>();
        LakeDefinitionVersion? version = null;
        var isWhole = false;
        foreach (var (line, number) in Lines(text))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                if (root.TryGetProperty("after", out var item)) after.Add(StateJson.Read(item));
                else if (root.TryGetProperty("before", out item) && Text(item, "kind") == nameof(StateKind.Table))
                    tables.Add(StateJson.Read(item).Key);
                else if (root.TryGetProperty("kept", out item)) kept.Add(StateJson.Read(item));
                else if (root.TryGetProperty("gone", out item))
                    gone.Add((new StateKey(Enum.Parse<StateKind>(Text(root, "kind")), Text(root, "id")), item.GetString()!));
                else if (root.TryGetProperty("status", out _)) isWhole = true;
                else if (root.TryGetProperty("version", out _))
                {
                    version = Head(root);
                    foreach (var rule in root.GetProperty("owned").EnumerateArray())
                        foreach (var property in rule.EnumerateObject())
                            owned.Add(new OwnedThing(Enum.Parse<OwnedKind>(property.Name), property.Value.GetString()!));
                }
            }
            catch (Exception error) when (IsForeign(error))
            {
                throw Fault.JournalUnreadable(entry, number, inner: error);
            }
        }

        if (version is null) throw Fault.JournalUnreadable(entry, 1);
        return new JournalRecord(version, new Ownership(owned), tables, isWhole ? new LakeState(after) : null, kept, gone);
    }

    /// <summary>Reads the head of an entry. An unknown status is returned unchanged.</summary>
    /// <returns>The version; null if its head cannot be read.</returns>
    public static LakeDefinitionVersion? ReadVersion(string text)
    {
        LakeDefinitionVersion? version = null;
        foreach (var (line, number) in Lines(text))
        {
            if (number > 1 && !line.StartsWith(StatusLine, StringComparison.Ordinal)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (number == 1) version = Head(json.RootElement);
                else version = version! with { Status = Text(json.RootElement, "status") };
            }
            catch (Exception error) when (IsForeign(error))
            {
                return version;
            }
        }

        return version;
    }

    // An incomplete line of an interrupted process is ignored.
    private static IEnumerable<(string Line, int Number)> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeWhile(line => line.EndsWith('}'))
            .Select((line, index) => (line, index + 1));

    private static LakeDefinitionVersion Head(JsonElement root) => new()
    {
        Name = Text(root, "name"),
        Version = root.GetProperty("version").GetInt32(),
        PublishedAt = root.GetProperty("publishedAt").GetDateTimeOffset().LocalDateTime,
        Principal = root.GetProperty("principal").GetString(),
        ChangeCount = root.GetProperty("changeCount").GetInt32(),
    };

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString()!;

    // The exceptions for JSON of another shape, and for values of a later version of LakeTools.
    private static bool IsForeign(Exception error) =>
        error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException
            or NullReferenceException;
}
