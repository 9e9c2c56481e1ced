using Amazon;

namespace LakeTools.Core.Endpoints;

/// <summary>
/// The names of services as endpoints have them. China keeps <c>com.amazonaws</c> for the services here (others have
/// <c>cn.com.amazonaws</c> there); the isolated partitions turn their own DNS suffix round.
/// </summary>
public static class VpcServiceNames
{
    private static readonly Dictionary<VpcService, string> s_names = new()
    {
        [VpcService.LakeFormation] = "lakeformation",
        [VpcService.Glue] = "glue",
        [VpcService.SecretsManager] = "secretsmanager",
        [VpcService.S3] = "s3",
    };

    /// <summary>The name of a service in a region.</summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region's code.</param>
    /// <returns>Such as <c>com.amazonaws.eu-central-1.glue</c>.</returns>
    public static string Of(VpcService service, string region)
    {
        var place = RegionEndpoint.GetBySystemName(region);
        var prefix = place.PartitionName is "aws" or "aws-cn" or "aws-us-gov"
            ? "com.amazonaws" : string.Join('.', Enumerable.Reverse(place.PartitionDnsSuffix.Split('.')));
        return $"{prefix}.{region}.{s_names[service]}";
    }

    /// <summary>The service of a name.</summary>
    /// <param name="serviceName">Such as <c>com.amazonaws.eu-central-1.glue</c>.</param>
    /// <returns>The service's name among ours; the name's last part for others.</returns>
    public static string ServiceOf(string serviceName)
    {
        var last = serviceName[(serviceName.LastIndexOf('.') + 1)..];
        foreach (var (service, name) in s_names)
            if (name == last) return service.ToString();
        return last;
    }
}
