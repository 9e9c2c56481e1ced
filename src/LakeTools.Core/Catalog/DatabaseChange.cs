namespace LakeTools.Core.Catalog;

/// <summary>The changes of a database. Null means no change.</summary>
public sealed record DatabaseChange
{
    /// <summary>The catalog. Null for the connection's catalog.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string Name { get; init; }

    /// <summary>The description. Empty removes it.</summary>
    public string? Description { get; init; }

    /// <summary>The default location of its tables: an S3 URI; empty removes it.</summary>
    public string? LocationUri { get; init; }

    /// <summary>Parameters to set. A null value removes one. Others are kept.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>Tags to set. A null value removes one. Others are kept.</summary>
    public IReadOnlyDictionary<string, string?>? Tag { get; init; }

    /// <summary>The default permissions of its new tables.</summary>
    public TableDefaultPermission? TableDefaultPermission { get; init; }
}
