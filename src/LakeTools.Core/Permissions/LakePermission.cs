namespace LakeTools;

/// <summary>What one principal may do with one resource. Flat, so that it goes to CSV and back; which members are set depends on <see cref="ResourceKind"/>.</summary>
public sealed record LakePermission
{
    /// <summary>The principal's identifier.</summary>
    public required string Principal { get; init; }

    /// <summary>The permissions' names, in the API's order.</summary>
    public IReadOnlyList<string> Permission { get; init; } = [];

    /// <summary>The permissions that the principal may pass on.</summary>
    public IReadOnlyList<string> GrantablePermission { get; init; } = [];

    /// <summary>The kind of resource: a name of <see cref="Core.Permissions.ResourceKind"/>.</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The catalog that holds the resource.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The table; <c>*</c> is all tables.</summary>
    public string? TableName { get; init; }

    /// <summary>The columns that are meant; empty where all, or all but some, are.</summary>
    public IReadOnlyList<string> ColumnName { get; init; } = [];

    /// <summary>The columns that are left out.</summary>
    public IReadOnlyList<string> ExcludedColumnName { get; init; } = [];

    /// <summary>The data cells filter.</summary>
    public string? FilterName { get; init; }

    /// <summary>The location: an S3 ARN.</summary>
    public string? DataLocation { get; init; }

    /// <summary>The LF-tag's key.</summary>
    public string? TagKey { get; init; }

    /// <summary>The LF-tag's values.</summary>
    public IReadOnlyList<string> TagValue { get; init; } = [];

    /// <summary>The expression on LF-tags: keys with the values that each may have.</summary>
    public IReadOnlyDictionary<string, string[]>? TagExpression { get; init; }

    /// <summary>The name of a saved expression.</summary>
    public string? TagExpressionName { get; init; }

    /// <summary>Database or Table: what an expression's grant is about.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Explicit, Implicit (it cannot be revoked), or IamAllowed (IAM alone decides).</summary>
    public string Source { get; init; } = "Explicit";

    /// <summary>When it was changed last, in local time; null where the service does not say.</summary>
    public DateTime? LastUpdated { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? LastUpdatedBy { get; init; }

    /// <summary>The resource as a person would name it, such as <c>table sales.orders (columns id, region)</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>Shows it as <c>SELECT on table sales.orders for arn:…</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{string.Join(", ", Permission)} on {Target} for {Principal}";
}
