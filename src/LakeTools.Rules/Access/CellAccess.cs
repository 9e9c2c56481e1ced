namespace LakeTools.Rules.Access;

/// <summary>
/// The cells of a table that can be selected, in the form for engines: the union of column grants and data cells filters. A cell
/// is visible if any filter that includes its row includes its column, or if a column grant includes its column.
/// </summary>
/// <param name="rights">The permissions on the table.</param>
/// <param name="columns">All columns of the table, in lower case, in order.</param>
public sealed class CellAccess(LakeRights rights, IReadOnlyList<string> columns)
{
    /// <summary>The columns that are visible in at least some rows, in the order of the table.</summary>
    public IReadOnlyList<string> Columns { get; } =
        [.. columns.Where(column => IsWhole(rights, column) || rights.Filters.Any(filter => filter.Shows(column)))];

    /// <summary>The columns that are visible in some rows only, each with an expression for these rows.</summary>
    public IEnumerable<(string Column, string Expression)> Filters => Columns
        .Select(column => (column, AnyOf(rights, filter => filter.Shows(column))))
        .Where(pair => !IsWhole(rights, pair.column) && pair.Item2 is not null)
        .Select(pair => (pair.column, pair.Item2!));

    /// <summary>The rows with any visible cell: an expression, or null for all rows.</summary>
    public string? RowFilter => Columns.Any(column => IsWhole(rights, column)) ? null
        : AnyOf(rights, filter => columns.Any(filter.Shows));

    private static bool IsWhole(LakeRights rights, string column) =>
        rights.SelectsAll || rights.SelectableColumns?.Contains(column) != false;

    private static string? AnyOf(LakeRights rights, Func<DataFilterRule, bool> shows)
    {
        var rows = rights.Filters.Where(shows).Select(filter => filter.RowExpression).Distinct().ToList();
        return rows.Count == 0 || rows.Contains(null) ? null : rows.Count == 1
            ? rows[0] : string.Join(" OR ", rows.Select(row => $"({row})"));
    }
}
