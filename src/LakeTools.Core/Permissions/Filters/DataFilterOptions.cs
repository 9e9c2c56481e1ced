namespace LakeTools.Core.Permissions.Filters;

/// <summary>A data cells filter to make or to change. When one is changed, what is null stays.</summary>
public sealed record DataFilterOptions
{
    /// <summary>The table's catalog; null is the connection's, otherwise the caller's account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The table's database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The filter's name.</summary>
    public required string Name { get; init; }

    /// <summary>The rows that it shows; an empty text is all rows.</summary>
    public string? RowFilter { get; init; }

    /// <summary>The columns that it shows; an empty list is all columns.</summary>
    public IReadOnlyList<string>? ColumnName { get; init; }

    /// <summary>The columns that it hides; an empty list is none.</summary>
    public IReadOnlyList<string>? ExcludedColumnName { get; init; }
}
