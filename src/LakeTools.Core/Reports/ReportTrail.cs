using LakeTools.Core.Trails;

namespace LakeTools.Core.Reports;

/// <summary>What a trail tells a report.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Days">How many days of it were read.</param>
/// <param name="Uses">When each principal last got data of each table.</param>
internal sealed record ReportTrail(string Path, int Days, TrailUses Uses);
