namespace LakeTools.Core.Permissions.Locations;

/// <summary>A location to register, or to change.</summary>
public sealed record LocationOptions
{
    /// <summary>An ARN, or a URI of S3.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The role with which Lake Formation reads and writes there: an ARN or <c>role/name</c>; null for the service-linked role.
    /// </summary>
    public string? RoleArn { get; init; }

    /// <summary>True to guard only principals that are opted in.</summary>
    public bool? HybridAccess { get; init; }

    /// <summary>True for a federated location.</summary>
    public bool? WithFederation { get; init; }

    /// <summary>True to give the caller that registers it all Lake Formation permissions there. Valid at the registration only.</summary>
    public bool? PrivilegedAccess { get; init; }

    /// <summary>The account that is expected to own what is there.</summary>
    public string? ExpectedOwnerAccountId { get; init; }
}
