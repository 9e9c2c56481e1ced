using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Rows;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// The rows and cells of a table that the caller may see, if not all cells of every visible column: the catalog's answer to
/// query engines. Rules that are not understood to the last are refused, so nothing shows by mistake.
/// </summary>
internal sealed class CellRules
{
    private const string AllRows = "TRUE";

    private CellRules()
    {
    }

    /// <summary>All columns of the table, hidden ones and partition keys among them, in order: rules read rows of these.</summary>
    public required IReadOnlyList<GlueColumn> Columns { get; init; }

    /// <summary>The columns that the rules read, as places in <see cref="Columns"/>. The caller may be one who does not see them.</summary>
    public required IReadOnlyList<int> Read { get; init; }

    /// <summary>The row filter. Null if there is none.</summary>
    public TableRowFilter? Rows { get; init; }

    /// <summary>The rules for cells, one for each group of columns.</summary>
    public required IReadOnlyList<TableRowFilter> Tests { get; init; }

    /// <summary>True if some column shows in every row that passes <see cref="Rows"/>.</summary>
    public bool HasOpenColumn { get; init; }

    private IReadOnlyDictionary<string, int> TestsByColumn { get; init; } = new Dictionary<string, int>();

    /// <summary>The index in <see cref="Tests"/> of the test for a visible column's cells; -1 for none.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The rule's place; -1 where every cell shows.</returns>
    public int TestOf(string column) => TestsByColumn.TryGetValue(column, out var test) ? test : -1;

    /// <summary>Reads what the catalog says.</summary>
    /// <param name="address">The table.</param>
    /// <param name="answer">The catalog's answer.</param>
    /// <returns>The rules, or null if the visible columns show in every row.</returns>
    /// <exception cref="LakeException"><c>RowFilterNotSupported</c>: there is something that is not understood.</exception>
    public static CellRules? Of(TableAddress address, GetUnfilteredTableMetadataResponse answer)
    {
        var filters = answer.CellFilters ?? [];
        var isWhole = string.IsNullOrEmpty(answer.RowFilter) || IsAllRows(answer.RowFilter);
        if (filters.Count == 0 && isWhole) return null;
        try
        {
            return Parse(answer, filters, isWhole ? null : answer.RowFilter);
        }
        catch (RowExpressionException error)
        {
            throw TableCredentials.RowFiltered(error, address);
        }
    }

    private static CellRules Parse(GetUnfilteredTableMetadataResponse answer, List<ColumnRowFilter> filters, string? rows)
    {
        var keys = answer.Table.PartitionKeys ?? [];
        var columns = (answer.Table.StorageDescriptor?.Columns ?? []).Concat(keys).ToList();
        var known = columns.Select((column, i) =>
            new LakeTools.Rules.Rows.RowColumn(column.Name, column.Type ?? "", i >= columns.Count - keys.Count)).ToList();
        var row = rows is null ? null : Test(rows, known);
        var (tests, texts) = (new List<TableRowFilter>(), new List<string>());
        var testsByColumn = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var filter in filters)
        {
            var (column, text) = (filter.ColumnName ?? "", filter.RowFilterExpression ?? "");
            if (!known.Exists(other => Same(other.Name, column)) || testsByColumn.ContainsKey(column) || text.Length == 0)
                throw new RowExpressionException($"The filter of the column {column} is not clear.", 1);
            if (IsAllRows(text) || !answer.AuthorizedColumns.Exists(other => Same(other, column))) continue;
            if (!texts.Contains(text))
            {
                texts.Add(text);
                tests.Add(Test(text, known));
            }

            testsByColumn.Add(column, texts.IndexOf(text));
        }

        return new CellRules
        {
            Columns = columns.Select(column => new GlueColumn(column.Name, column.Type ?? "string", column.Comment)).ToArray(),
            Read = tests.Append(row).SelectMany(test => test?.Columns ?? []).Distinct().ToArray(),
            Rows = row,
            Tests = tests,
            TestsByColumn = testsByColumn,
            HasOpenColumn = known.Exists(column =>
                !testsByColumn.ContainsKey(column.Name) && answer.AuthorizedColumns.Exists(other => Same(other, column.Name))),
        };
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    // The service joins the expressions of all filters: together they may be longer than one may be.
    private static TableRowFilter Test(string expression, List<LakeTools.Rules.Rows.RowColumn> columns)
    {
        var test = TableRowFilter.Parse(expression, columns, int.MaxValue);
        return test.ReadsFields ? throw new RowExpressionException("Fields within structs are not read here.", 1) : test;
    }

    private static bool IsAllRows(string expression) => expression.Trim().Equals(AllRows, StringComparison.OrdinalIgnoreCase);
}
