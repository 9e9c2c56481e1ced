using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A data cells filter of a table: rows and columns that may be granted as one.</summary>
public sealed record LakeDataFilter
{
    /// <summary>The table's catalog.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The table's database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The filter's name; its letter case counts.</summary>
    public required string Name { get; init; }

    /// <summary>The filter's name, as Grant-LakePermission's parameter is called.</summary>
    public string FilterName => Name;

    /// <summary>The rows that it shows: an expression; null for all rows.</summary>
    public string? RowFilter { get; init; }

    /// <summary>The columns that it shows; empty if it shows all, or all but some.</summary>
    public required IReadOnlyList<string> Column { get; init => field = Listed.Names(value); }

    /// <summary>The columns that it hides.</summary>
    public required IReadOnlyList<string> ExcludedColumn { get; init => field = Listed.Names(value); }

    /// <summary>The version of the filter; the service sets it.</summary>
    public string? VersionId { get; init; }

    /// <summary>The names of what the filter has and this version does not know.</summary>
    internal IReadOnlyList<string> Unknown { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Shows which filter it is.</summary>
    /// <returns>Such as <c>sales.orders: europe</c>.</returns>
    public override string ToString() => $"{DatabaseName}.{TableName}: {Name}";
}
