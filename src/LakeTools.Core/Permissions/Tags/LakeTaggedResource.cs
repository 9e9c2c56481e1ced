using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// A database, a table, or columns of a table whose LF-Tags match an expression. Grant-LakePermission takes it from the pipeline.
/// </summary>
public sealed record LakeTaggedResource
{
    /// <summary>Database, Table or Columns.</summary>
    public required string ResourceKind { get; init; }

    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table; null for a database.</summary>
    public string? TableName { get; init; }

    /// <summary>The columns that match, where the table itself does not.</summary>
    public required IReadOnlyList<string> ColumnName { get; init => field = Listed.Names(value); }

    /// <summary>The columns that do not match, where the table itself does.</summary>
    public required IReadOnlyList<string> ExcludedColumnName { get; init => field = Listed.Names(value); }

    /// <summary>The tags that hold on the database or table, inherited ones included, as far as the caller may see them.</summary>
    public required IReadOnlyDictionary<string, string[]> Tag { get; init => field = Listed.Of(value); }

    /// <summary>The catalog that holds it, twelve digits.</summary>
    public string? CatalogId { get; init; }

    /// <summary>Shows it as <c>sales.orders (card)</c>.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => TableName is null ? DatabaseName
        : $"{DatabaseName}.{TableName}" + (ColumnName.Count > 0 ? $" ({string.Join(", ", ColumnName)})" : "")
            + (ExcludedColumnName.Count > 0 ? $" (but {string.Join(", ", ExcludedColumnName)})" : "");
}
