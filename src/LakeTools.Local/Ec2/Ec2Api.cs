using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Api;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Ec2;

/// <summary>
/// EC2: VPC endpoints as records. A lake has no VPCs, so any id of the right form is taken to be there; IAM allows every call.
/// </summary>
internal sealed partial class Ec2Api : JsonApi
{
    private const string Interface = "Interface";
    private const string Gateway = "Gateway";
    private const string OpenPolicy =
        """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";
    private const int MaxPage = 1000;

    private static readonly HashSet<string> s_gateways = new(StringComparer.Ordinal) { "s3", "dynamodb" };

    private static readonly HashSet<string> s_interfaces = new(StringComparer.Ordinal)
    {
        "athena", "dynamodb", "ec2", "glue", "kms", "lakeformation", "logs", "monitoring", "s3", "secretsmanager", "sts",
    };

    private static readonly string[] s_unsupported =
        ["DnsOptions", "SubnetConfiguration", "ServiceNetworkArn", "ResourceConfigurationArn"];

    public Ec2Api()
    {
        Write("CreateVpcEndpoint", Create);
        Read("DescribeVpcEndpoints", Describe);
        Write("DeleteVpcEndpoints", Delete);
    }

    public override string Service => "ec2";

    public override StorePart Part => VpcEndpointRecords.Part;

    private static JsonObject Create(ApiCall call)
    {
        RefuseUnsupported(call);
        var token = Text(call, "ClientToken");
        var endpoint = new VpcEndpoint
        {
            Id = "vpce-0" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            Type = Text(call, "VpcEndpointType") ?? Gateway,
            VpcId = CheckId("vpc", Text(call, "VpcId")!, "InvalidVpcId.Malformed"),
            ServiceName = Text(call, "ServiceName") ?? throw Missing("ServiceName"),
            PolicyDocument = Policy(call),
            RouteTableIds = Ids(call, "RouteTableId", "rtb", "InvalidRouteTableId.Malformed"),
            SubnetIds = Ids(call, "SubnetId", "subnet", "InvalidSubnetID.Malformed"),
            SecurityGroupIds = Ids(call, "SecurityGroupId", "sg", "InvalidGroupId.Malformed"),
            Tags = Tags(call),
            ClientToken = token,
            Created = call.Lake.Clock.GetUtcNow(),
        };
        endpoint = endpoint.Type == Interface
            ? endpoint with { PrivateDns = (bool?)call.Input["PrivateDnsEnabled"] ?? true, IpAddressType = Text(call, "IpAddressType")
                ?? "ipv4" }
            : endpoint;
        if (token is not null && VpcEndpointRecords.FindByToken(call.Session, token) is { } made)
            return VpcEndpointRecords.AreOfOneRequest(made, endpoint) ? Answer(call, made, token) : throw OtherRequest(token);
        CheckService(call, endpoint);
        CheckConflicts(call, endpoint);
        RefuseDryRun(call);
        VpcEndpointRecords.Insert(call.Session, endpoint);
        return Answer(call, endpoint, token);
    }

    private static void RefuseUnsupported(ApiCall call)
    {
        if (Array.Find(s_unsupported, member => call.Input[member] is not null) is { } member)
            throw new ApiException("UnsupportedOperation", $"The embedded lake does not support the parameter {member}.");
        if (Text(call, "ServiceRegion") is { } region && region != call.Lake.Region)
            throw new ApiException("UnsupportedOperation", $"The embedded lake has services in the Region {call.Lake.Region} only.");
    }

    // EC2 API reference, ensuring idempotency; the text is not documented.
    private static ApiException OtherRequest(string token) =>
        new("IdempotentParameterMismatch", $"The client token {token} was used for a request with other parameters.");

    private static JsonObject Answer(ApiCall call, VpcEndpoint endpoint, string? token)
    {
        // An interface takes its time on AWS; here it is there when it is next looked at.
        var output = new JsonObject { ["vpcEndpoint"] =
            VpcEndpointWire.Shown(call.Lake, endpoint, endpoint.Type == Interface ? "pending" : "available") };
        if (token is not null) output["clientToken"] = token;
        return output;
    }

    private static JsonObject Describe(ApiCall call)
    {
        RefuseDryRun(call);
        var filter = new VpcEndpointFilter(call.Input["Filter"] as JsonArray, call.Lake.Region);
        var ids = Ids(call, "VpcEndpointId", "vpce", "InvalidVpcEndpointId.Malformed");
        if (ids.Count > 0)
        {
            var named = ids.Select(id => VpcEndpointRecords.Find(call.Session, id) ?? throw NotFound("InvalidVpcEndpointId.NotFound", id));
            return Shown(call, named.Where(filter.Holds));
        }

        var limit = (int?)call.Input["MaxResults"];
        if (limit is < 1) throw new ApiException("InvalidParameterValue", $"Value ( {limit} ) for parameter MaxResults is invalid.");
        var page = new Page(call.Input, PageForm.Ec2, call.Operation, MaxPage, MaxPage);
        var found = VpcEndpointRecords.After(call.Session, page.After).Where(filter.Holds).Take(page.Size + 1).ToList();
        var (endpoints, next) = page.Cut(found, endpoint => endpoint.Id);
        return Shown(call, endpoints).With("nextToken", next);
    }

    private static JsonObject Shown(ApiCall call, IEnumerable<VpcEndpoint> endpoints) => new()
    {
        ["vpcEndpointSet"] = new JsonArray([.. endpoints.Select(endpoint => VpcEndpointWire.Shown(call.Lake, endpoint, "available"))]),
    };

    private static JsonObject Delete(ApiCall call)
    {
        RefuseDryRun(call);
        var failed = new JsonArray();
        foreach (var id in Texts(call, "VpcEndpointId"))
        {
            var code = !IsId("vpce", id) ? "InvalidVpcEndpointId.Malformed" : VpcEndpointRecords.Delete(call.Session, id)
                ? null : "InvalidVpcEndpoint.NotFound";
            if (code is null) continue;
            failed.Add(new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = $"The Vpc Endpoint Id '{id}' does not exist" },
                ["resourceId"] = id,
            });
        }

        return new JsonObject { ["unsuccessful"] = failed };
    }

    private static void CheckService(ApiCall call, VpcEndpoint endpoint)
    {
        var known = endpoint.Type switch
        {
            Interface => s_interfaces,
            Gateway => s_gateways,
            _ => throw new ApiException("UnsupportedOperation", $"This lake has no endpoints of the type {endpoint.Type}."),
        };
        var prefix = $"com.amazonaws.{call.Lake.Region}.";
        var service = endpoint.ServiceName.StartsWith(prefix, StringComparison.Ordinal) ? endpoint.ServiceName[prefix.Length..] : "";
        if (!s_interfaces.Contains(service))
            throw new ApiException("InvalidServiceName", $"The Vpc Endpoint Service '{endpoint.ServiceName}' does not exist");
        if (!known.Contains(service))
            throw new ApiException("InvalidParameter",
                $"Endpoint type ({endpoint.Type}) does not match available service types ([{Interface}]).");
        if (endpoint.Type == Gateway && (endpoint.SubnetIds.Count > 0 || endpoint.SecurityGroupIds.Count > 0))
            throw new ApiException("InvalidParameter", "SubnetIds and SecurityGroupIds are applicable only to Interface VPC Endpoints.");
        if (endpoint.Type == Interface && endpoint.RouteTableIds.Count > 0)
            throw new ApiException("InvalidParameter", "RouteTableIds are applicable only to Gateway VPC Endpoints.");
    }

    private static void CheckConflicts(ApiCall call, VpcEndpoint endpoint)
    {
        foreach (var other in VpcEndpointRecords.InVpc(call.Session, endpoint.VpcId)
            .Where(other => other.ServiceName == endpoint.ServiceName && other.Type == endpoint.Type))
        {
            if (endpoint.RouteTableIds.FirstOrDefault(other.RouteTableIds.Contains) is { } table)
                throw new ApiException("RouteAlreadyExists",
                    $"route table {table} already has a route to the service {endpoint.ServiceName}");
            if (endpoint.PrivateDns && other.PrivateDns)
            {
                throw new ApiException("InvalidParameter",
                    $"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {endpoint.ServiceName} "
                        + $"in the VPC {endpoint.VpcId}");
            }
        }
    }

    private static string Policy(ApiCall call)
    {
        if (Text(call, "PolicyDocument") is not { Length: > 0 } text) return OpenPolicy;
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return text;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new ApiException("InvalidPolicyDocument", "This policy contains invalid Json");
    }

    private static Dictionary<string, string> Tags(ApiCall call)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var specification in call.Input["TagSpecification"] as JsonArray ?? [])
        {
            if ((string?)specification!["ResourceType"] != "vpc-endpoint")
                throw new ApiException("InvalidParameterValue",
                    $"'{specification["ResourceType"]}' is not a valid taggable resource type for this operation.");
            foreach (var tag in specification["Tag"] as JsonArray ?? []) tags[(string?)tag!["Key"] ?? ""] = (string?)tag["Value"] ?? "";
        }

        return tags;
    }

    private static void RefuseDryRun(ApiCall call)
    {
        if ((bool?)call.Input["DryRun"] == true)
            throw new ApiException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
    }

    private static List<string> Ids(ApiCall call, string member, string prefix, string code) =>
        [.. Texts(call, member).Select(id => CheckId(prefix, id, code))];

    private static string CheckId(string prefix, string id, string code) =>
        IsId(prefix, id) ? id : throw new ApiException(code, $"Invalid id: \"{id}\" (expecting \"{prefix}-...\")");

    private static bool IsId(string prefix, string id) =>
        id.StartsWith(prefix + "-", StringComparison.Ordinal) && Hexadecimal().IsMatch(id[(prefix.Length + 1)..]);

    private static IEnumerable<string> Texts(ApiCall call, string member) =>
        (call.Input[member] as JsonArray ?? []).Select(value => (string?)value ?? "");

    private static string? Text(ApiCall call, string member) => (string?)call.Input[member];

    private static ApiException NotFound(string code, string id) => new(code, $"The Vpc Endpoint Id '{id}' does not exist");

    private static ApiException Missing(string name) => new("MissingParameter", $"The request must contain the parameter {name}");

    [GeneratedRegex(@"\A(?:[0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();
}
