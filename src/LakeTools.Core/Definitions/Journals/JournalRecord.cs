using System.Text.Json;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>An entry of a journal, read again.</summary>
/// <param name="Version">What it says of itself.</param>
/// <param name="Owned">What the definition owned.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after; null where the publish was cut off.</param>
internal sealed record JournalRecord(LakeDefinitionVersion Version, Ownership Owned, LakeState Before, LakeState? After)
{
    public static JournalRecord Read(string text)
    {
        var before = new List<StateItem>();
        var after = new List<StateItem>();
        LakeDefinitionVersion? version = null;
        var owned = new List<OwnedThing>();
        PublicationStatus? status = null;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A line that was cut off with the process says nothing.
            if (!line.EndsWith('}')) break;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.TryGetProperty("before", out var item)) before.Add(StateJson.Read(item));
            else if (root.TryGetProperty("after", out item)) after.Add(StateJson.Read(item));
            else if (root.TryGetProperty("status", out var end)) status = Enum.Parse<PublicationStatus>(end.GetString()!);
            else if (root.TryGetProperty("version", out var number))
            {
                version = new LakeDefinitionVersion
                {
                    Name = root.GetProperty("name").GetString()!,
                    Version = number.GetInt32(),
                    PublishedAt = root.GetProperty("publishedAt").GetDateTimeOffset().LocalDateTime,
                    Principal = root.GetProperty("principal").GetString(),
                    ChangeCount = root.GetProperty("changeCount").GetInt32(),
                    PublicationStatus = PublicationStatus.Unfinished,
                };
                foreach (var rule in root.GetProperty("owned").EnumerateArray())
                    foreach (var property in rule.EnumerateObject())
                        owned.Add(new OwnedThing(Enum.Parse<OwnedKind>(property.Name), property.Value.GetString()!));
            }
        }

        version ??= new LakeDefinitionVersion { Name = "", Version = 0, PublicationStatus = PublicationStatus.Unfinished };
        if (status is { } known) version = version with { PublicationStatus = known };
        return new JournalRecord(version, new Ownership(owned), new LakeState(before), status is null ? null : new LakeState(after));
    }
}
