namespace LakeTools.Core.Data.Rows;

/// <summary>Rows of one file that go on together, which costs less than one by one. They come by row or by column.</summary>
public sealed class DataBatch
{
    private IReadOnlyList<DataRow>? _rows;
    private IReadOnlyList<CellColumn>? _cells;

    /// <summary>Makes a batch of rows.</summary>
    /// <param name="columnNames">The columns, which all of the rows have.</param>
    /// <param name="rows">The rows, at least one.</param>
    public DataBatch(IReadOnlyList<string> columnNames, IReadOnlyList<DataRow> rows)
    {
        ColumnNames = columnNames;
        RowCount = rows.Count;
        _rows = rows;
    }

    /// <summary>Makes a batch of columns.</summary>
    /// <param name="columnNames">The columns' names.</param>
    /// <param name="cells">The columns' cells.</param>
    /// <param name="rowCount">The number of rows, at least one.</param>
    public DataBatch(IReadOnlyList<string> columnNames, IReadOnlyList<CellColumn> cells, int rowCount)
    {
        ColumnNames = columnNames;
        RowCount = rowCount;
        IsByColumn = true;
        _cells = cells;
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>True if the rows came by column.</summary>
    public bool IsByColumn { get; }

    /// <summary>The rows. A batch of columns makes them at the first request.</summary>
    public IReadOnlyList<DataRow> Rows => _rows ??= MakeRows(_cells!);

    /// <summary>The cells by column. A batch of rows makes them at the first request.</summary>
    public IReadOnlyList<CellColumn> Cells => _cells ??= MakeCells(_rows!);

    /// <summary>The types in the file. Null if each value has its own type.</summary>
    public IReadOnlyList<DataColumn>? Columns { get; init; }

    private DataRow[] MakeRows(IReadOnlyList<CellColumn> cells)
    {
        var rows = new DataRow[RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            var values = new object?[cells.Count];
            for (var i = 0; i < values.Length; i++) values[i] = cells[i][row];
            rows[row] = new DataRow(ColumnNames, values);
        }

        return rows;
    }

    private ReferenceColumn<object>[] MakeCells(IReadOnlyList<DataRow> rows)
    {
        var cells = new ReferenceColumn<object>[ColumnNames.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = new object?[rows.Count];
            for (var row = 0; row < column.Length; row++) column[row] = rows[row].Values[i];
            cells[i] = new ReferenceColumn<object>(column);
        }

        return cells;
    }
}
