using LakeTools.Rules.Access;

namespace LakeTools.Core.Reports;

/// <summary>The permissions of one principal on one resource. Numbers are positions in the report's lists.</summary>
/// <param name="Principal">The principal.</param>
/// <param name="Thing">On what.</param>
/// <param name="Access">The permissions, with their reasons.</param>
/// <param name="Marks">The marks for the reader's attention.</param>
internal sealed record ReportEntry(int Principal, int Thing, AccessSummary Access, ReportMarks Marks)
{
    /// <summary>The listed grants that give it, with who changed each last; empty if nothing is granted by name.</summary>
    public IReadOnlyList<ReportGrant> Grants { get; init; } = [];

    /// <summary>The change since an earlier report; null for none, or if no report was given.</summary>
    public ReportChange? Change { get; init; }
}
