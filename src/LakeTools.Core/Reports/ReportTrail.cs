using LakeTools.Core.Trails;

namespace LakeTools.Core.Reports;

/// <summary>The data of a trail for a report.</summary>
/// <param name="Path">The path of the trail.</param>
/// <param name="Days">The number of days that were read.</param>
/// <param name="Uses">When each principal last got data of each table.</param>
internal sealed record ReportTrail(string Path, int Days, TrailUses Uses);
