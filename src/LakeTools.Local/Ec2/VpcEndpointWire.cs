using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Ec2;

/// <summary>
/// A VPC endpoint in answers. The ids of its dependent parts (network interfaces, names) are derived from its own.
/// </summary>
internal static class VpcEndpointWire
{
    public static JsonObject Shown(LakeContext lake, VpcEndpoint endpoint, string state)
    {
        var shown = new JsonObject
        {
            ["vpcEndpointId"] = endpoint.Id,
            ["vpcEndpointType"] = endpoint.Type,
            ["vpcId"] = endpoint.VpcId,
            ["serviceName"] = endpoint.ServiceName,
            ["serviceRegion"] = lake.Region,
            ["state"] = state,
            ["policyDocument"] = endpoint.PolicyDocument,
            ["routeTableIdSet"] = List(endpoint.RouteTableIds),
            ["subnetIdSet"] = List(endpoint.SubnetIds),
            ["groupSet"] = new JsonArray([.. endpoint.SecurityGroupIds.Select(id =>
                new JsonObject { ["groupId"] = id, ["groupName"] = "default" })]),
            ["privateDnsEnabled"] = endpoint.PrivateDns,
            ["requesterManaged"] = false,
            ["networkInterfaceIdSet"] = List(endpoint.SubnetIds.Select(subnet => "eni-" + Derived(endpoint.Id + subnet))),
            ["dnsEntrySet"] = new JsonArray([.. DnsNames(lake, endpoint).Select(name => new JsonObject { ["dnsName"] = name })]),
            ["creationTimestamp"] = WireTime.IsoMilliseconds(endpoint.Created),
            ["tagSet"] = new JsonArray([.. endpoint.Tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
            ["ownerId"] = lake.AccountId,
        };
        if (endpoint.IpAddressType is { } addresses) shown["ipAddressType"] = addresses;
        return shown;
    }

    private static IEnumerable<string> DnsNames(LakeContext lake, VpcEndpoint endpoint)
    {
        if (endpoint.Type != "Interface") yield break;
        var service = endpoint.ServiceName[(endpoint.ServiceName.LastIndexOf('.') + 1)..];
        yield return $"{endpoint.Id}-{Derived(endpoint.Id)[..8]}.{service}.{lake.Region}.vpce.amazonaws.com";
        if (endpoint.PrivateDns) yield return $"{service}.{lake.Region}.amazonaws.com";
    }

    private static JsonArray List(IEnumerable<string> values) => new([.. values]);

    private static string Derived(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..17].ToLowerInvariant();
}
