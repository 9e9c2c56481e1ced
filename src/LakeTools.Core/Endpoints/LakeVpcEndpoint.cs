using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A VPC endpoint for a service that a lake uses.</summary>
public sealed record LakeVpcEndpoint
{
    /// <summary>The id, such as <c>vpce-0a1b2c3d4e5f67890</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// <c>LakeFormation</c>, <c>Glue</c>, <c>SecretsManager</c> or <c>S3</c>; the last part of the service's name for others.
    /// </summary>
    public required string Service { get; init; }

    /// <summary>The service's name in EC2, such as <c>com.amazonaws.eu-central-1.glue</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary><c>Interface</c> or <c>Gateway</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>Such as <c>pending</c> or <c>available</c>.</summary>
    public required string State { get; init; }

    /// <summary>The subnets of an interface.</summary>
    public IReadOnlyList<string> SubnetId { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The security groups of an interface.</summary>
    public IReadOnlyList<string> SecurityGroupId { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The route tables of a gateway.</summary>
    public IReadOnlyList<string> RouteTableId { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>True if the service's usual names lead to the endpoint within the VPC.</summary>
    public bool PrivateDns { get; init; }

    /// <summary>Its names in DNS, the regional one first.</summary>
    public IReadOnlyList<string> DnsName { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The address to give Connect-Lake: the first name with https; null for gateways.</summary>
    public Uri? EndpointUrl => DnsName.Count > 0 ? new Uri("https://" + DnsName[0]) : null;

    /// <summary>The endpoint policy, as JSON: who may use the endpoint for what.</summary>
    public string? Policy { get; init; }

    /// <summary>The settings that no property has.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>When it was created, in local time.</summary>
    public DateTime? CreateDate { get; init; }

    /// <summary>Shows the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
