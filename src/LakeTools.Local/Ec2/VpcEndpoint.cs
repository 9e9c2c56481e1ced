namespace LakeTools.Local.Ec2;

/// <summary>A VPC endpoint as it is recorded. Nothing is routed through it.</summary>
internal sealed record VpcEndpoint
{
    public required string Id { get; init; }

    /// <summary><c>Interface</c> or <c>Gateway</c>.</summary>
    public required string Type { get; init; }

    public required string VpcId { get; init; }

    /// <summary>Such as <c>com.amazonaws.eu-central-1.glue</c>.</summary>
    public required string ServiceName { get; init; }

    public required string PolicyDocument { get; init; }

    public IReadOnlyList<string> RouteTableIds { get; init; } = [];

    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    public bool PrivateDns { get; init; }

    /// <summary>Null for gateways, which have none.</summary>
    public string? IpAddressType { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public string? ClientToken { get; init; }

    public required DateTimeOffset Created { get; init; }
}
