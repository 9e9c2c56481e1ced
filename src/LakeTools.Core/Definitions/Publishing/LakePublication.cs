using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The result of publishing a plan.</summary>
public sealed record LakePublication
{
    /// <summary>The definition's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number in the definition's history; null if there was nothing to do.</summary>
    public int? Version { get; init; }

    /// <summary>
    /// Done, Failed (some changes failed), Incomplete (the lake differs from the desired state: NotRestorable and LeftOut list what is
    /// missing), or Unchanged.
    /// </summary>
    public string Status => PublicationStatus.ToString();

    /// <summary>The changes, each with its status.</summary>
    public IReadOnlyList<LakePlanChange> Changes { get; init => field = Listed.Of(value); } = Listed.None<LakePlanChange>();

    /// <summary>What a restore cannot recover, as text. After a publish: what it removed. After a restore: what is still missing.</summary>
    public IReadOnlyList<string> NotRestorable { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>What still differs after all changes were made, as text.</summary>
    public IReadOnlyList<string> LeftOut { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Where the history is kept: a folder, or an s3:// prefix.</summary>
    public string? JournalPath { get; init; }

    internal PublicationStatus PublicationStatus { get; init; }
}
