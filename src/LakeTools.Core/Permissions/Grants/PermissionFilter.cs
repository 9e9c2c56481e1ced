using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>Which permissions are wanted.</summary>
public sealed record PermissionFilter
{
    /// <summary>The catalog; the connection's where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>A principal's identifier, with wildcards if need be; null for all.</summary>
    public string? Principal { get; init; }

    /// <summary>The one thing that is asked about; null for all.</summary>
    public LakeResource? Resource { get; init; }

    /// <summary>A database's name with wildcards, where <see cref="Resource"/> is null.</summary>
    public string? DatabasePattern { get; init; }

    /// <summary>A table's name with wildcards, where <see cref="Resource"/> is null.</summary>
    public string? TablePattern { get; init; }

    /// <summary>Instead of all this: a location, an S3 ARN or URI, whose grants are wanted.</summary>
    public string? Path { get; init; }

    /// <summary>True to leave out implicit rights.</summary>
    public bool ExplicitOnly { get; init; }
}
