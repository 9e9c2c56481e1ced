using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The criteria of permissions.</summary>
public sealed record PermissionFilter
{
    /// <summary>The catalog. Null for the connection's catalog.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The identifier of a principal, optionally with wildcards. Null for all.</summary>
    public string? Principal { get; init; }

    /// <summary>One resource, which the service is asked about. Null for all.</summary>
    public LakeResource? Resource { get; init; }

    /// <summary>The criteria of resources, which the service has no request for. Null for all.</summary>
    public ResourcePattern? Pattern { get; init; }

    /// <summary>In place of <see cref="Resource"/>: a location, as an S3 ARN or URI.</summary>
    public string? Path { get; init; }

    /// <summary>True to leave out implicit permissions.</summary>
    public bool ExplicitOnly { get; init; }
}
