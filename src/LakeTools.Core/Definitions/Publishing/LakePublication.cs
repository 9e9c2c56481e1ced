using LakeTools.Core.Definitions.States;

namespace LakeTools;

/// <summary>What came of publishing a plan.</summary>
public sealed record LakePublication
{
    /// <summary>The definition's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number in the definition's history; null where there was nothing to do.</summary>
    public int? Version { get; init; }

    /// <summary>Done, Failed (some changes failed), or Unchanged.</summary>
    public string Status => PublicationStatus.ToString();

    /// <summary>The changes, each with where it stands.</summary>
    public IReadOnlyList<LakePlanChange> Changes { get; init; } = [];

    internal PublicationStatus PublicationStatus { get; init; }
}
