using LakeTools.Rules.Names;

namespace LakeTools.Core.Reports;

/// <summary>The details of a resource in a report, in addition to permissions.</summary>
/// <param name="Description">The description of the resource in the catalog; null for none.</param>
/// <param name="IsUnguarded">True for a table in S3 whose location is not registered with Lake Formation.</param>
/// <param name="Target">Of a resource link: what it leads to; otherwise null.</param>
/// <param name="IsGone">True for a thing of an earlier report that is no longer there.</param>
internal sealed record ReportDetail(string? Description, bool IsUnguarded = false, string? Target = null, bool IsGone = false)
{
    /// <summary>Nothing to tell.</summary>
    public static ReportDetail None { get; } = new(null as string);

    /// <summary>The details of a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The detail.</returns>
    public static ReportDetail Of(GlueTable table) => new(
        table.Description,
        !table.IsRegistered && !table.IsResourceLink && S3Uri.LooksLikeOne(table.Location ?? ""),
        table.IsResourceLink ? QualifiedName.Of(table.TargetDatabaseName!, table.TargetTableName!) : null);
}
