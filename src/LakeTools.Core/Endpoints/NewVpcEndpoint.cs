namespace LakeTools.Core.Endpoints;

/// <summary>A VPC endpoint to be made.</summary>
public sealed record NewVpcEndpoint
{
    /// <summary>The service to connect to.</summary>
    public required VpcService Service { get; init; }

    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>The subnets of an interface.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The security groups of an interface; the VPC's default one where there are none.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The route tables of a gateway.</summary>
    public IReadOnlyList<string> RouteTableIds { get; init; } = [];

    /// <summary>True to let the service's usual names lead to the interface within the VPC.</summary>
    public bool PrivateDns { get; init; }

    /// <summary>The endpoint policy, as JSON. Null for the one of EC2, which allows everything.</summary>
    public string? Policy { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
