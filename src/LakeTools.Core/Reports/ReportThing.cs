using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>Something that permissions are about.</summary>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Name">The name of the resource on the page, such as <c>sales.orders</c>.</param>
/// <param name="DatabaseName">The database that it is or is in; null for none.</param>
/// <param name="Columns">A table's columns, else empty.</param>
/// <param name="Tags">The LF-Tags that hold on it, as <c>key = value</c>.</param>
/// <param name="ColumnTags">The tags of columns that differ from the table's.</param>
/// <param name="Detail">The further details.</param>
internal sealed record ReportThing(ResourceKind Kind, string Name, string? DatabaseName, IReadOnlyList<string> Columns,
    IReadOnlyList<string> Tags, IReadOnlyDictionary<string, IReadOnlyList<string>> ColumnTags, ReportDetail Detail)
{
    /// <summary>Names it among all things.</summary>
    public string Key => $"{Kind} {Name}";

    /// <summary>The name of a resource on the page.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="accountId">The account that the report is about.</param>
    /// <returns>Such as <c>sales.orders</c>; of another catalog with its id.</returns>
    public static string NameOf(LakeResource resource, string accountId) =>
        resource.CatalogId is { Length: 12 } other && other != accountId
            ? $"{NameOf(resource)} of account {other}" : NameOf(resource);

    private static string NameOf(LakeResource resource) => resource.Kind switch
    {
        _ when resource.IsNested => resource.ToString(),
        ResourceKind.NestedCatalog => resource.CatalogId!,
        ResourceKind.Catalog => "the catalog",
        ResourceKind.Database => resource.DatabaseName!,
        ResourceKind.Table => QualifiedName.Of(resource.DatabaseName!, resource.TableName!),
        ResourceKind.AllTables => QualifiedName.Of(resource.DatabaseName!) + ".*",
        ResourceKind.DataLocation => resource.DataLocation!,
        _ => resource.ToString(),
    };
}
