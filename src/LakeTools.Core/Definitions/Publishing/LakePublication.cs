using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>What came of publishing a plan.</summary>
public sealed record LakePublication
{
    /// <summary>The definition's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number in the definition's history; null where there was nothing to do.</summary>
    public int? Version { get; init; }

    /// <summary>
    /// Done, Failed (some changes failed), Incomplete (the lake still is not as it should be: NotRestorable and LeftOut say what is
    /// missing), or Unchanged.
    /// </summary>
    public string Status => PublicationStatus.ToString();

    /// <summary>The changes, each with where it stands.</summary>
    public IReadOnlyList<LakePlanChange> Changes { get; init => field = Listed.Of(value); } = Listed.None<LakePlanChange>();

    /// <summary>What no restore brings back, in words: of a publish, what it took away for good; of a restore, what it left out.</summary>
    public IReadOnlyList<string> NotRestorable { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>What still is not as it should be though all changes were carried out, in words.</summary>
    public IReadOnlyList<string> LeftOut { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Where the history is kept: a folder, or an s3:// prefix.</summary>
    public string? JournalPath { get; init; }

    internal PublicationStatus PublicationStatus { get; init; }
}
