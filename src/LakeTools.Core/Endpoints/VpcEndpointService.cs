using System.Runtime.CompilerServices;
using Amazon.EC2;
using Amazon.EC2.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Endpoints;

/// <summary>Makes, finds and removes VPC endpoints.</summary>
/// <param name="connection">The lake.</param>
public sealed class VpcEndpointService(LakeConnection connection)
{
    private const string Ipv4 = "ipv4";

    private IAmazonEC2 Client => connection.Clients.Ec2;

    /// <summary>The settings of an endpoint that its object does not show, so that a copy lacks them.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The settings, in words.</returns>
    public static IReadOnlyList<string> NotShown(LakeVpcEndpoint endpoint) => endpoint.Further;

    /// <summary>Refuses what no endpoint can be made of. Calls nothing.</summary>
    /// <param name="endpoint">The new endpoint.</param>
    /// <exception cref="LakeException"><c>InvalidResourceId</c> or <c>VpcEndpointOption</c>.</exception>
    public static void Check(NewVpcEndpoint endpoint)
    {
        ResourceIds.Check(endpoint.VpcId, "vpc");
        foreach (var id in endpoint.SubnetIds) ResourceIds.Check(id, "subnet");
        foreach (var id in endpoint.SecurityGroupIds) ResourceIds.Check(id, "sg");
        foreach (var id in endpoint.RouteTableIds) ResourceIds.Check(id, "rtb");
        if (IsGateway(endpoint))
        {
            if (endpoint.SubnetIds.Count > 0) throw Misplaced("SubnetId");
            if (endpoint.SecurityGroupIds.Count > 0) throw Misplaced("SecurityGroupId");
            if (endpoint.PrivateDns) throw Misplaced("PrivateDns");
        }
        else if (endpoint.RouteTableIds.Count > 0)
        {
            throw Misplaced("RouteTableId");
        }

        LakeException Misplaced(string parameter) =>
            Fault.VpcEndpointOption(
                parameter,
                endpoint.Service,
                IsGateway(endpoint)
                    ? "a gateway endpoint, which supports only -RouteTableId"
                    : "an interface endpoint, which supports -SubnetId, -SecurityGroupId and -PrivateDns");
    }

    /// <summary>
    /// True if nothing in the VPC will use the endpoint: a gateway without route tables, an interface without subnets.
    /// </summary>
    /// <param name="endpoint">The new endpoint.</param>
    /// <returns>True for such an endpoint.</returns>
    public static bool LeadsNowhere(NewVpcEndpoint endpoint) =>
        IsGateway(endpoint) ? endpoint.RouteTableIds.Count == 0 : endpoint.SubnetIds.Count == 0;

    /// <summary>Makes an endpoint. An interface takes minutes to become available; its state says so.</summary>
    /// <param name="endpoint">The new endpoint.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="LakeException"><c>InvalidResourceId</c>, <c>VpcEndpointOption</c>, <c>VpcEndpointExists</c>.</exception>
    public async Task<LakeVpcEndpoint> CreateAsync(NewVpcEndpoint endpoint, CancellationToken cancellationToken)
    {
        Check(endpoint);
        var isGateway = IsGateway(endpoint);
        var request = new CreateVpcEndpointRequest
        {
            VpcId = endpoint.VpcId,
            ServiceName = VpcServiceNames.Of(endpoint.Service, connection.Region),
            VpcEndpointType = isGateway ? VpcEndpointType.Gateway : VpcEndpointType.Interface,
            SubnetIds = ListOf(endpoint.SubnetIds),
            SecurityGroupIds = ListOf(endpoint.SecurityGroupIds),
            RouteTableIds = ListOf(endpoint.RouteTableIds),
            PolicyDocument = endpoint.Policy,
            // Not given, EC2 would turn it on for interfaces.
            PrivateDnsEnabled = isGateway ? null : endpoint.PrivateDns,
            // One token for all tries of this call, so a lost answer does not leave two endpoints.
            ClientToken = Guid.NewGuid().ToString("N"),
        };
        if (endpoint.Tags.Count > 0)
        {
            request.TagSpecifications =
            [
                new TagSpecification { ResourceType = Amazon.EC2.ResourceType.VpcEndpoint,
                    Tags = [.. endpoint.Tags.Select(tag => new Tag(tag.Key, tag.Value))] },
            ];
        }

        try
        {
            return Mapped((await Client.CreateVpcEndpointAsync(request, cancellationToken).ConfigureAwait(false)).VpcEndpoint);
        }
        catch (AmazonEC2Exception exception) when (exception.ErrorCode is "RouteAlreadyExists"
            || (exception.ErrorCode is "InvalidParameter"
                && exception.Message.Contains("conflicting DNS domain", StringComparison.Ordinal)))
        {
            throw Fault.VpcEndpointExists(endpoint.VpcId, exception.Message, inner: exception);
        }
    }

    /// <summary>Reads one endpoint.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="LakeException"><c>InvalidResourceId</c> or <c>VpcEndpointNotFound</c>.</exception>
    public async Task<LakeVpcEndpoint> GetAsync(string id, CancellationToken cancellationToken)
    {
        ResourceIds.Check(id, "vpce");
        try
        {
            var answer = await Client.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { VpcEndpointIds = [id] },
                cancellationToken).ConfigureAwait(false);
            return answer.VpcEndpoints?.Select(Mapped).FirstOrDefault() ?? throw NotFound(id, null);
        }
        catch (AmazonEC2Exception exception) when (IsNotFound(exception.ErrorCode))
        {
            throw NotFound(id, exception);
        }
    }

    /// <summary>Finds endpoints.</summary>
    /// <param name="id">An id or a pattern of ids.</param>
    /// <param name="service">The service; null for all.</param>
    /// <param name="vpcId">The VPC; null for all.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The endpoints, page by page.</returns>
    /// <exception cref="LakeException"><c>InvalidResourceId</c> or <c>VpcEndpointNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeVpcEndpoint> FindAsync(string id, VpcService? service, string? vpcId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(id);
        if (vpcId is not null) ResourceIds.Check(vpcId, "vpc");
        var serviceName = service is { } one ? VpcServiceNames.Of(one, connection.Region) : null;
        if (!pattern.HasWildcards)
        {
            var found = await GetAsync(pattern.Prefix, cancellationToken).ConfigureAwait(false);
            if ((serviceName is null || found.ServiceName == serviceName) && (vpcId is null || found.VpcId == vpcId)) yield return found;
            yield break;
        }

        var filters = new List<Filter>();
        if (serviceName is not null) filters.Add(new Filter("service-name", [serviceName]));
        if (vpcId is not null) filters.Add(new Filter("vpc-id", [vpcId]));
        var request = new DescribeVpcEndpointsRequest { Filters = filters.Count == 0 ? null : filters };
        var pages = Client.Paginators.DescribeVpcEndpoints(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var endpoint in page.VpcEndpoints ?? [])
                if (pattern.IsMatch(endpoint.VpcEndpointId)) yield return Mapped(endpoint);
    }

    /// <summary>Removes an endpoint. EC2 answers success with a list of what failed, which is an error here.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>InvalidResourceId</c>, <c>VpcEndpointNotFound</c>, or <c>ServiceError</c>.</exception>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        ResourceIds.Check(id, "vpce");
        var answer = await Client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [id] }, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Unsuccessful is not { Count: > 0 } failed) return;
        var error = failed[0].Error;
        if (IsNotFound(error?.Code))
        {
            if (SdkTries.MayBeOurs(answer)) return;
            throw NotFound(id, null);
        }

        throw Fault.ServiceError(id, "EC2", nameof(Client.DeleteVpcEndpointsAsync), error?.Message);
    }

    private static bool IsGateway(NewVpcEndpoint endpoint) => endpoint.Service == VpcService.S3;

    private static bool IsNotFound(string? code) => code is "InvalidVpcEndpointId.NotFound" or "InvalidVpcEndpoint.NotFound";

    private static LakeException NotFound(string id, Exception? cause) =>
        Fault.VpcEndpointNotFound(id, inner: cause);

    private static List<string>? ListOf(IReadOnlyList<string> ids) => ids.Count == 0 ? null : [.. ids];

    /// <summary>The output of an endpoint.</summary>
    internal static LakeVpcEndpoint Mapped(VpcEndpoint endpoint) => new()
    {
        Id = endpoint.VpcEndpointId,
        Service = VpcServiceNames.ServiceOf(endpoint.ServiceName ?? ""),
        ServiceName = endpoint.ServiceName ?? "",
        Type = endpoint.VpcEndpointType?.Value ?? "",
        VpcId = endpoint.VpcId,
        State = endpoint.State?.Value ?? "",
        SubnetId = endpoint.SubnetIds ?? [],
        SecurityGroupId = [.. (endpoint.Groups ?? []).Select(group => group.GroupId)],
        RouteTableId = endpoint.RouteTableIds ?? [],
        PrivateDns = endpoint.PrivateDnsEnabled ?? false,
        DnsName = [.. (endpoint.DnsEntries ?? []).Select(entry => entry.DnsName)],
        Policy = endpoint.PolicyDocument,
        Tag = (endpoint.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value),
        CreateDate = endpoint.CreationTimestamp?.ToLocalTime(),
        Further =
        [
            .. Named($"the IP address type {endpoint.IpAddressType?.Value}", endpoint.IpAddressType?.Value is not (null or Ipv4)),
            .. Named("the DNS options", endpoint.DnsOptions is { } dns && (dns.PrivateDnsOnlyForInboundResolverEndpoint == true
                || dns.DnsRecordIpType?.Value is not (null or Ipv4 or "service-defined"))),
            .. Named($"the Region of the service, {endpoint.ServiceRegion}", endpoint.ServiceRegion is { } region
                && endpoint.ServiceName?.Contains($".{region}.", StringComparison.Ordinal) != true),
        ],
    };

    private static IEnumerable<string> Named(string part, bool isThere) => isThere ? [part] : [];
}
