namespace LakeTools.Core.Catalog;

/// <summary>What to change of a database; what is null stays as it is.</summary>
public sealed record DatabaseChange
{
    /// <summary>The catalog; the connection's where null.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; empty takes the description away.</summary>
    public string? Description { get; init; }

    /// <summary>Where its tables lie unless they say otherwise: an S3 URI; empty takes it away.</summary>
    public string? LocationUri { get; init; }

    /// <summary>Parameters to set; a null value takes one away. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>Tags to set; a null value takes one away. Others stay.</summary>
    public IReadOnlyDictionary<string, string?>? Tag { get; init; }

    /// <summary>What new tables of it start with.</summary>
    public TableDefaultPermission? TableDefaultPermission { get; init; }
}
