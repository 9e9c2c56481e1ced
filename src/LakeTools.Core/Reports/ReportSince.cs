namespace LakeTools.Core.Reports;

/// <summary>The earlier report that a report was compared with, as the page names it.</summary>
/// <param name="Time">When that one was read, as it says.</param>
/// <param name="Title">Its heading.</param>
internal sealed record ReportSince(string Time, string Title);
