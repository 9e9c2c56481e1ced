using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>Something that permissions are about.</summary>
/// <param name="Resource">What it is.</param>
/// <param name="Columns">A table's columns, else empty.</param>
/// <param name="Tags">The LF-tags that hold on it, as <c>key = value</c>.</param>
/// <param name="ColumnTags">Those of columns that have others than the table.</param>
/// <param name="Detail">What else there is to tell.</param>
internal sealed record ReportThing(LakeResource Resource, IReadOnlyList<string> Columns, IReadOnlyList<string> Tags,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ColumnTags, ReportDetail Detail);
