namespace LakeTools.Rules.Access;

/// <summary>
/// Which cells of a table may be selected, as an engine is told them: the union of what column grants and data cells filters show. A cell
/// shows where any filter that passes its row shows its column, or a column grant does.
/// </summary>
/// <param name="rights">The rights on the table.</param>
/// <param name="columns">All columns of the table, in lower case, in order.</param>
public sealed class CellAccess(LakeRights rights, IReadOnlyList<string> columns)
{
    /// <summary>The columns that show in some row at least, in the table's order.</summary>
    public IReadOnlyList<string> Columns { get; } =
        [.. columns.Where(column => IsWhole(rights, column) || rights.Filters.Any(filter => filter.Shows(column)))];

    /// <summary>The columns that show in some rows only, and of which rows: an expression each.</summary>
    public IEnumerable<(string Column, string Expression)> Filters => Columns
        .Select(column => (column, AnyOf(rights, filter => filter.Shows(column))))
        .Where(pair => !IsWhole(rights, pair.column) && pair.Item2 is not null)
        .Select(pair => (pair.column, pair.Item2!));

    /// <summary>The rows of which anything shows: an expression, or null for all rows.</summary>
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
