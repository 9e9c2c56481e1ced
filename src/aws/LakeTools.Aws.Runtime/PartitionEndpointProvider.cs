using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace LakeTools.Aws.Runtime;

/// <summary>The rules that the services' endpoints share: what is configured, else host by service, region and partition.</summary>
internal sealed class PartitionEndpointProvider(ServiceModel model) : IEndpointProvider
{
    /// <summary>The parameters that a config gives.</summary>
    public static EndpointParameters ParametersFor(IClientConfig config, string? region = null) => new()
    {
        ["Region"] = region ?? config.RegionEndpoint?.SystemName,
        ["Endpoint"] = config.ServiceURL,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["UseDualStack"] = config.UseDualstackEndpoint,
    };

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } url) return new Endpoint(url);
        if (parameters["Region"] is not string region)
            throw new AmazonClientException("No region is set: give the config a RegionEndpoint or a ServiceURL.");
        var partition = Fn.Partition(region);
        var fips = parameters["UseFIPS"] is true ? "-fips" : "";
        if (model.IsGlobal) return new Endpoint($"https://{model.EndpointPrefix}{fips}.{GlobalHost(region, partition.dnsSuffix)}");
        var suffix = parameters["UseDualStack"] is true ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{model.EndpointPrefix}{fips}.{region}.{suffix}");
    }

    /// <summary>The region that a global service's requests are signed for.</summary>
    /// <remarks>Source: AWS General Reference, service endpoints of IAM.</remarks>
    public static string GlobalSigningRegion(string? region) => Partition(region) switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    private static string GlobalHost(string region, string suffix) => Partition(region) switch
    {
        "aws-cn" => "cn-north-1." + suffix,
        "aws-us-gov" => "us-gov." + suffix,
        _ => suffix,
    };

    private static string Partition(string? region) =>
        region is null ? "aws" : region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
}
