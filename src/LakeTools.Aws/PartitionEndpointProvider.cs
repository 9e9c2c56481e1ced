using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace LakeTools.Aws;

/// <summary>The endpoint of a service: the configured one, otherwise a host by service, region and partition.</summary>
internal sealed class PartitionEndpointProvider(ServiceModel model) : IEndpointProvider
{
    private const string DefaultRegion = "us-east-1";

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
        var partition = Fn.Partition(region ?? DefaultRegion);
        var (isFips, isDualStack) = (parameters["UseFIPS"] is true, parameters["UseDualStack"] is true);
        var place = Place(partition.name, isFips ? isDualStack ? "fips-dualstack" : "fips" : isDualStack ? "dualstack" : "default");
        var url = parameters["Endpoint"] is string { Length: > 0 } given ? given
            : region is null ? throw new AmazonClientException("No region is set: give the config a RegionEndpoint or a ServiceURL.")
            : "https://" + Fill(place?.Host ?? $"{model.EndpointPrefix}{(isFips ? "-fips" : "")}.{{region}}.{{suffix}}");
        if (place?.SigningRegion is null) return new Endpoint(url);
        var signingRegion = parameters["SigningRegion"] as string ?? Fill(place.SigningRegion);
        return new Endpoint(url, $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{signingRegion}}"}]}""", "{}");

        string Fill(string text) => text.Replace("{region}", region, StringComparison.Ordinal)
            .Replace("{global}", partition.implicitGlobalRegion, StringComparison.Ordinal)
            .Replace("{suffix}", isDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix, StringComparison.Ordinal);
    }

    private ServiceEndpoint? Place(string partition, string variant) => Of(partition, variant) ?? Of("*", variant);

    private ServiceEndpoint? Of(string partition, string variant) => model.Endpoints.FirstOrDefault(place =>
        place.Partition == partition && (place.Variant == variant || place.Variant == "*"));
}
