using LakeTools.Rules.Access;

namespace LakeTools.Core.Reports;

/// <summary>What one principal may do with one thing. Numbers are places in the report's lists.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Thing">On what.</param>
/// <param name="Access">What, and why.</param>
/// <param name="Marks">What a reader should look at.</param>
internal sealed record ReportEntry(int Principal, int Thing, AccessSummary Access, ReportMarks Marks)
{
    /// <summary>The listed grants that give it, with who changed each last; empty if nothing is granted by name.</summary>
    public IReadOnlyList<ReportGrant> Grants { get; init; } = [];

    /// <summary>What changed since an earlier report; null for nothing, or where none was given.</summary>
    public ReportChange? Change { get; init; }
}
