namespace LakeTools.Core.Reports;

/// <summary>An entry of Lake Formation's list that gives a right, and who changed it last.</summary>
/// <param name="Text">The grant as text, such as <c>SELECT on table sales.orders</c>.</param>
/// <param name="LastUpdated">When it was changed last, in UTC; null if the service does not say.</param>
/// <param name="LastUpdatedBy">The principal of the last change; null if the service does not return it.</param>
internal sealed record ReportGrant(string Text, DateTime? LastUpdated, string? LastUpdatedBy);
