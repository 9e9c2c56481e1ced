namespace LakeTools.Core.Catalog;

/// <summary>A database to make.</summary>
public sealed record NewDatabaseOptions
{
    /// <summary>The catalog; the caller's account where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where its tables lie unless they say otherwise: an S3 URI.</summary>
    public string? LocationUri { get; init; }

    /// <summary>For a resource link: the database that it stands for.</summary>
    public string? TargetDatabaseName { get; init; }

    /// <summary>For a resource link: the catalog of the target; the caller's account where null.</summary>
    public string? TargetCatalogId { get; init; }

    /// <summary>For a resource link: the Region of the target; the same one where null.</summary>
    public string? TargetRegion { get; init; }

    /// <summary>Free parameters.</summary>
    public IReadOnlyDictionary<string, string>? Parameter { get; init; }

    /// <summary>Tags of the resource, at most 50.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>What everybody whom IAM allows may do on new tables in it; the lake's setting where null.</summary>
    public TableDefaultPermission? TableDefaultPermission { get; init; }
}
