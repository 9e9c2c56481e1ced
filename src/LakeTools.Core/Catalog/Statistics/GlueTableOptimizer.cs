using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>An optimizer of an Iceberg table: Glue's automatic work on the table's files.</summary>
public sealed record GlueTableOptimizer
{
    /// <summary>compaction, retention (of snapshots) or orphan_file_deletion.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it runs; null if Glue does not say.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The role that it runs with.</summary>
    public string? RoleArn { get; init; }

    /// <summary>table, or catalog where the table has it from its catalog.</summary>
    public string? Source { get; init; }

    /// <summary>Its settings, by the names that Glue's API has for them.</summary>
    public IReadOnlyDictionary<string, string> Setting { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The state of its last run: starting, in_progress, completed or failed; null if it never ran.</summary>
    public string? LastRunState { get; init; }

    /// <summary>When the last run began; local time.</summary>
    public DateTime? LastRunStartedOn { get; init; }

    /// <summary>When the last run ended; local time.</summary>
    public DateTime? LastRunEndedOn { get; init; }

    /// <summary>Why the last run failed.</summary>
    public string? LastRunError { get; init; }

    /// <summary>Shows the type and how the last run stands.</summary>
    /// <returns>Such as <c>compaction: completed</c>.</returns>
    public override string ToString() => $"{Type}: {(Enabled == false ? "disabled" : LastRunState ?? "never ran")}";
}
