using Amazon;

namespace LakeTools.Core.Catalog;

/// <summary>ARNs of the Glue catalog, such as <c>arn:aws:glue:eu-central-1:111122223333:table/sales/orders</c>.</summary>
internal static class GlueArn
{
    /// <summary>The ARN of a resource in the catalog.</summary>
    /// <param name="region">The Region, which determines the AWS partition.</param>
    /// <param name="account">The catalog's account.</param>
    /// <param name="resource">The kind and the path, such as <c>table/sales/orders</c>.</param>
    /// <returns>The ARN.</returns>
    public static string Of(string region, string account, string resource) =>
        $"arn:{RegionEndpoint.GetBySystemName(region).PartitionName}:glue:{region}:{account}:{resource}";

    /// <summary>The ARN of a table.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="catalogId">The catalog: an account, or an account with a nested catalog.</param>
    /// <param name="database">The database.</param>
    /// <param name="table">The table.</param>
    public static string Table(string region, string catalogId, string database, string table) =>
        InCatalog(region, catalogId, "table", $"{database}/{table}");

    /// <summary>The ARN of a database.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="catalogId">The catalog: an account, or an account with a nested catalog.</param>
    /// <param name="database">The database.</param>
    public static string Database(string region, string catalogId, string database) =>
        InCatalog(region, catalogId, "database", database);

    /// <summary>The ARNs of a catalog: that of the account, and of each nested catalog down to it.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="catalogId">The catalog: an account, or an account with a nested catalog.</param>
    public static IEnumerable<string> Catalogs(string region, string catalogId)
    {
        var (account, nested) = Split(catalogId);
        yield return Of(region, account, "catalog");
        for (var end = 0; end < nested.Length; end++)
        {
            var next = nested.IndexOf('/', end);
            end = next < 0 ? nested.Length : next;
            yield return Of(region, account, $"catalog/{nested[..end]}");
        }
    }

    // ARNs have a nested catalog in the path (Glue developer guide, specifying resource ARNs).
    private static string InCatalog(string region, string catalogId, string kind, string path)
    {
        var (account, nested) = Split(catalogId);
        return Of(region, account, nested.Length == 0 ? $"{kind}/{path}" : $"{kind}/{nested}/{path}");
    }

    private static (string Account, string Nested) Split(string catalogId) =>
        catalogId.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (catalogId[..colon], catalogId[(colon + 1)..]) : (catalogId, "");
}
