using LakeTools.Rules.Access;

namespace LakeTools.Core.Reports;

/// <summary>What one principal may do with one thing. Numbers are places in the report's lists.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Thing">On what.</param>
/// <param name="Access">What, and why.</param>
/// <param name="Marks">What a reader should look at.</param>
internal sealed record ReportEntry(int Principal, int Thing, AccessSummary Access, ReportMarks Marks);
