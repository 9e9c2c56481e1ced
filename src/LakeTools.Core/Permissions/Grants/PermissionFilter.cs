using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>The criteria of permissions.</summary>
public sealed record PermissionFilter
{
    /// <summary>The catalog. Null for the connection's catalog.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The identifier of a principal, optionally with wildcards. Null for all.</summary>
    public string? Principal { get; init; }

    /// <summary>The resource. Null for all.</summary>
    public LakeResource? Resource { get; init; }

    /// <summary>The name of a database, with wildcards, if <see cref="Resource"/> is null.</summary>
    public string? DatabasePattern { get; init; }

    /// <summary>The name of a table, with wildcards, if <see cref="Resource"/> is null.</summary>
    public string? TablePattern { get; init; }

    /// <summary>In place of the others: a location, as an S3 ARN or URI.</summary>
    public string? Path { get; init; }

    /// <summary>True to leave out implicit permissions.</summary>
    public bool ExplicitOnly { get; init; }
}
