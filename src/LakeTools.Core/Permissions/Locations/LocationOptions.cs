namespace LakeTools.Core.Permissions.Locations;

/// <summary>A location to register, or to change.</summary>
public sealed record LocationOptions
{
    /// <summary>An S3 ARN or URI.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The role with which Lake Formation reads and writes there: an ARN or <c>role/name</c>; null for the service-linked role.
    /// </summary>
    public string? RoleArn { get; init; }

    /// <summary>True to guard only principals that are opted in.</summary>
    public bool? HybridAccess { get; init; }

    /// <summary>True for a federated location.</summary>
    public bool? WithFederation { get; init; }
}
