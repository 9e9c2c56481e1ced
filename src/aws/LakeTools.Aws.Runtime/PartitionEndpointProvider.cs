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
        ["SigningRegion"] = config.AuthenticationRegion,
        ["Endpoint"] = config.ServiceURL,
        ["UseFIPS"] = config.UseFIPSEndpoint,
        ["UseDualStack"] = config.UseDualstackEndpoint,
    };

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = parameters["Region"] as string;
        var url = parameters["Endpoint"] is string { Length: > 0 } given ? given : Url(parameters, region);
        if (!model.IsGlobal) return new Endpoint(url);
        var signingRegion = parameters["SigningRegion"] as string ?? GlobalPlace.Of(Fn.Partition(region ?? "us-east-1")).Region;
        return new Endpoint(url, $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{signingRegion}}"}]}""", "{}");
    }

    private string Url(EndpointParameters parameters, string? region)
    {
        if (region is null) throw new AmazonClientException("No region is set: give the config a RegionEndpoint or a ServiceURL.");
        var partition = Fn.Partition(region);
        var isDualStack = parameters["UseDualStack"] is true;
        var isFips = parameters["UseFIPS"] is true;
        var suffix = isDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        if (!model.IsGlobal) return $"https://{model.EndpointPrefix}{(isFips ? "-fips" : "")}.{region}.{suffix}";
        var place = GlobalPlace.Of(partition);
        return $"https://{model.EndpointPrefix}{(isFips
            && !place.IsAlwaysFips ? "-fips" : "")}.{(isDualStack ? place.DualStackLabel : place.Label)}{suffix}";
    }

    /// <summary>Where a partition has the services that it has once. Source: the endpoint rules of IAM's API model.</summary>
    private sealed record GlobalPlace(string Region, string Label, string DualStackLabel, bool IsAlwaysFips = false)
    {
        public static GlobalPlace Of(Partition partition) => partition.name switch
        {
            "aws" => new("us-east-1", "", "global."),
            "aws-cn" => new("cn-north-1", "cn-north-1.", "global."),
            "aws-us-gov" => new("us-gov-west-1", "us-gov.", "us-gov.", IsAlwaysFips: true),
            _ => new(partition.implicitGlobalRegion, partition.implicitGlobalRegion + ".", ""),
        };
    }
}
