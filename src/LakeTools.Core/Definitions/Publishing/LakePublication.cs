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

    /// <summary>Losses that no restore recovers, as text. After a publish: its removals. After a restore: the missing parts.</summary>
    public IReadOnlyList<string> NotRestorable { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The remaining differences after all changes were made, as text.</summary>
    public IReadOnlyList<string> LeftOut { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The location of the history: a folder, or an s3:// prefix.</summary>
    public string? JournalPath { get; init; }

    internal PublicationStatus PublicationStatus { get; init; }
}
