using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>An LF-Tag that holds on a database, a table or a column: put there, or inherited.</summary>
public sealed record LakeTagAssignment
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table; null for the database itself.</summary>
    public string? TableName { get; init; }

    /// <summary>The column; null for the table itself.</summary>
    public string? ColumnName { get; init; }

    /// <summary>The tag's key.</summary>
    public required string TagKey { get; init; }

    /// <summary>The value that holds.</summary>
    public required string TagValue { get; init; }

    /// <summary>Database or Table, where the value comes from there; null if it was put on the resource itself.</summary>
    public string? InheritedFrom { get; init; }

    /// <summary>Whether the value comes from the database or the table. An inherited value can be overridden, but not removed.</summary>
    public bool IsInherited => InheritedFrom is not null;

    /// <summary>The account that has the tag, twelve digits.</summary>
    public string? CatalogId { get; init; }

    /// <summary>Key and value, as Add- and Remove-LakeTagAssignment read them from the pipeline.</summary>
    public required IReadOnlyDictionary<string, string[]> Tag { get; init => field = Listed.Of(value); }

    /// <summary>Shows it as <c>sales.orders.card: pii = yes</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() =>
        string.Join('.', new[] { DatabaseName, TableName, ColumnName }.Where(name => name is not null)) + $": {TagKey} = {TagValue}";
}
