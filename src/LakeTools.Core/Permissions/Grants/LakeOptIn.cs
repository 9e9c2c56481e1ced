using LakeTools.Rules.Permissions;

namespace LakeTools;

/// <summary>
/// A principal that is opted in to Lake Formation on a thing: there, its grants decide, and never IAM alone (hybrid access).
/// </summary>
public sealed record LakeOptIn
{
    /// <summary>The principal: an identifier, such as a role's ARN.</summary>
    public required string Principal { get; init; }

    /// <summary>Catalog, Database, Table or AllTables.</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The catalog that holds the resource.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database; null for the catalog.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The table; <c>*</c> is all tables, null the database itself.</summary>
    public string? TableName { get; init; }

    /// <summary>The Cedar expression that the tags of the user, role or session must meet; null for none.</summary>
    public string? Condition { get; init; }

    /// <summary>When it was created or changed, in local time; null if the service does not say.</summary>
    public DateTime? LastModified { get; init; }

    /// <summary>The principal of the last change.</summary>
    public string? LastUpdatedBy { get; init; }

    /// <summary>The resource as a person would name it, such as <c>table sales.orders</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Shows it as <c>arn:… on table sales.orders</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => $"{Principal} on {Target}{LakeGrant.When(Condition)}";
}
