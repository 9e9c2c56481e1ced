using LakeTools.Rules.Resources;

namespace LakeTools;

/// <summary>The resource of a permission. Flat, so it can be exported to CSV and imported, and binds to the commands on permissions. The
/// set members depend on <see cref="ResourceKind"/>.</summary>
public abstract record LakeTarget
{
    private protected LakeTarget(LakeResource resource)
    {
        ResourceKind = resource.Kind.ToString();
        CatalogId = resource.CatalogId;
        DatabaseName = resource.DatabaseName;
        TableName = resource.Kind == Rules.Resources.ResourceKind.AllTables || LakeResource.IsAllTables(resource.TableName)
            ? "*" : resource.TableName;
        ColumnName = resource.ColumnNames;
        ExcludedColumnName = resource.ExcludedColumnNames;
        FilterName = resource.FilterName;
        DataLocation = resource.DataLocation;
        TagKey = resource.TagKey;
        TagValue = resource.TagValues;
        TagExpression = resource.TagExpression is { } expression ? new TagConditions(expression) : null;
        TagExpressionName = resource.TagExpressionName;
        ResourceType = resource.ResourceType?.ToString();
        Target = resource.ToString();
        Resource = resource;
    }

    /// <summary>The resource.</summary>
    internal LakeResource Resource { get; }

    /// <summary>The kind of resource: a name of <see cref="Rules.Resources.ResourceKind"/>.</summary>
    public string ResourceKind { get; }

    /// <summary>The catalog that holds the resource.</summary>
    public string? CatalogId { get; }

    /// <summary>The database.</summary>
    public string? DatabaseName { get; }

    /// <summary>The table; <c>*</c> is all tables.</summary>
    public string? TableName { get; }

    /// <summary>The columns that are meant; empty if all, or all but some, are.</summary>
    public IReadOnlyList<string> ColumnName { get; }

    /// <summary>The columns that are left out.</summary>
    public IReadOnlyList<string> ExcludedColumnName { get; }

    /// <summary>The data cells filter.</summary>
    public string? FilterName { get; }

    /// <summary>The location: an S3 ARN.</summary>
    public string? DataLocation { get; }

    /// <summary>The LF-Tag's key.</summary>
    public string? TagKey { get; }

    /// <summary>The LF-Tag's values.</summary>
    public IReadOnlyList<string> TagValue { get; }

    /// <summary>The expression on LF-Tags: keys with the values that each may have.</summary>
    public IReadOnlyDictionary<string, string[]>? TagExpression { get; }

    /// <summary>The name of a saved expression.</summary>
    public string? TagExpressionName { get; }

    /// <summary>Database or Table: what an expression's grant is about.</summary>
    public string? ResourceType { get; }

    /// <summary>The resource as a person would name it, such as <c>table sales.orders (columns id, region)</c>.</summary>
    public string Target { get; }
}
