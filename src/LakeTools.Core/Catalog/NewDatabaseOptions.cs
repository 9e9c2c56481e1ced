namespace LakeTools.Core.Catalog;

/// <summary>A database to make.</summary>
public sealed record NewDatabaseOptions
{
    /// <summary>The catalog. Null for the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The description, at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The default location of its tables: an S3 URI.</summary>
    public string? LocationUri { get; init; }

    /// <summary>For a resource link: the database that it represents.</summary>
    public string? TargetDatabaseName { get; init; }

    /// <summary>For a resource link: the catalog of the target. Null for the caller's account.</summary>
    public string? TargetCatalogId { get; init; }

    /// <summary>For a resource link: the Region of the target. Null for the same Region.</summary>
    public string? TargetRegion { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>Tags of the resource, at most 50.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>The default permissions of its new tables. Null for the setting of the lake.</summary>
    public TableDefaultPermission? TableDefaultPermission { get; init; }
}
