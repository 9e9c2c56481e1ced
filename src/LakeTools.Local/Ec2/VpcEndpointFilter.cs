using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Ec2;

/// <summary>
/// The filters of DescribeVpcEndpoints: all of them must hold, and of each one value; <c>*</c> and <c>?</c> are wildcards.
/// </summary>
internal sealed class VpcEndpointFilter
{
    private const string TagPrefix = "tag:";

    private readonly List<(Func<VpcEndpoint, IEnumerable<string>> Read, KeyPattern[] Values)> _filters = [];

    /// <summary>Reads the filters of a request.</summary>
    /// <param name="filters">The filters; null for none.</param>
    /// <param name="region">The Region of all services.</param>
    /// <exception cref="ApiException">A name is not documented.</exception>
    public VpcEndpointFilter(JsonArray? filters, string region)
    {
        foreach (var filter in filters ?? [])
        {
            var name = (string?)filter!["Name"]
                ?? throw new ApiException("MissingParameter", "The request must contain the parameter Filter.Name");
            var values = (filter["Value"] as JsonArray ?? []).Select(value => KeyPattern.OfAws((string?)value ?? ""));
            _filters.Add((Reader(name, region), [.. values]));
        }
    }

    public bool Holds(VpcEndpoint endpoint) =>
        _filters.TrueForAll(filter => filter.Read(endpoint).Any(text => filter.Values.Any(value => value.IsMatch(text))));

    private static Func<VpcEndpoint, IEnumerable<string>> Reader(string name, string region) => name switch
    {
        "vpc-endpoint-id" => endpoint => [endpoint.Id],
        "vpc-id" => endpoint => [endpoint.VpcId],
        "service-name" => endpoint => [endpoint.ServiceName],
        "service-region" => _ => [region],
        "vpc-endpoint-type" => endpoint => [endpoint.Type],
        "vpc-endpoint-state" => _ => ["available"],
        "ip-address-type" => endpoint => [endpoint.IpAddressType ?? "ipv4"],
        "tag-key" => endpoint => endpoint.Tags.Keys,
        _ when name.StartsWith(TagPrefix, StringComparison.Ordinal) => endpoint =>
            endpoint.Tags.TryGetValue(name[TagPrefix.Length..], out var value) ? [value] : [],
        _ => throw new ApiException("InvalidParameterValue", $"The filter '{name}' is invalid"),
    };
}
