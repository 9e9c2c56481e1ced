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
}
