namespace LakeTools.Rules.Resources;

/// <summary>A resource as a person or a pipeline names it: any of the members, which may be wrong. <see cref="ResourceReader"/> makes a
/// <see cref="LakeResource"/> of it.</summary>
public sealed record ResourceInput
{
    /// <summary>The kind that the resource must turn out to be: a name of <see cref="ResourceKind"/>; null for any. A listed permission
    /// says it, so that
    /// one which lost its columns on the way is not taken for one on the whole table.</summary>
    public string? Kind { get; init; }

    /// <summary>True for the account's catalog itself.</summary>
    public bool Catalog { get; init; }

    /// <summary>The catalog that holds the resource; null is the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>A database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>A table of the database; <c>*</c> is all of them.</summary>
    public string? TableName { get; init; }

    /// <summary>Columns of the table.</summary>
    public IReadOnlyList<string>? ColumnName { get; init; }

    /// <summary>Columns of the table that are left out.</summary>
    public IReadOnlyList<string>? ExcludedColumnName { get; init; }

    /// <summary>A data cells filter of the table.</summary>
    public string? FilterName { get; init; }

    /// <summary>A location: S3 ARN or s3:// URI.</summary>
    public string? DataLocation { get; init; }

    /// <summary>An LF-Tag's key.</summary>
    public string? TagKey { get; init; }

    /// <summary>The LF-Tag's values; none is every value.</summary>
    public IReadOnlyList<string>? TagValue { get; init; }

    /// <summary>An expression on LF-Tags.</summary>
    public TagExpression? TagExpression { get; init; }

    /// <summary>A saved expression's name; with a resource type it means what matches, without one the expression itself.</summary>
    public string? TagExpressionName { get; init; }

    /// <summary>Database or Table, for expressions.</summary>
    public string? ResourceType { get; init; }

    /// <summary>An ARN of Glue (catalog, database, table) or S3, in place of the names.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>The resource as far as it can be read, otherwise the parameters that name it.</summary>
    /// <returns>Such as <c>table sales.orders</c>.</returns>
    public override string ToString()
    {
        if (ResourceReader.Read(this, LakeHome.Embedded, []) is { } resource) return resource.ToString();
        string?[] named = [Catalog ? "catalog"
            : null, DatabaseName, TableName, FilterName, DataLocation, TagKey, TagExpression?.ToString(), TagExpressionName, ResourceArn];
        return string.Join(", ", named.Where(name => !string.IsNullOrEmpty(name)));
    }
}
