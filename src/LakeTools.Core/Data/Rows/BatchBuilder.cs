namespace LakeTools.Core.Data.Rows;

/// <summary>
/// Gathers rows into batches, by row or by column. The first batches are small, so the first row comes soon. Those that follow grow as
/// far as memory allows. A batch ends where the columns change.
/// </summary>
internal sealed class BatchBuilder
{
    /// <summary>The most rows of a batch whose size is not known.</summary>
    public const int MostRows = 1024;

    private const long MostSize = 4 * 1024 * 1024;
    private const int CellSize = 8;

    private List<DataRow> _rows = [];
    private int _wanted = 1;
    private long _size; // of the rows that come by column
    private int _most = MostRows;
    private IReadOnlyList<string> _names = [];
    private Func<int, IReadOnlyList<CellColumn>>? _begin;
    private IReadOnlyList<CellColumn> _cells = [];

    /// <summary>The columns that the file defines for all its rows; null if each value has its own type.</summary>
    public IReadOnlyList<DataColumn>? Columns { get; set; }

    /// <summary>Of rows that come by column: the place of the next one in its batch.</summary>
    public int NextRow { get; private set; }

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A batch that ends before or with the row; null while there is none.</returns>
    public DataBatch? Add(DataRow row)
    {
        if (_rows.Count > 0 && !ReferenceEquals(row.ColumnNames, _rows[0].ColumnNames))
        {
            var ended = Take();
            _rows.Add(row);
            return ended;
        }

        _rows.Add(row);
        return _rows.Count < _wanted ? null : Full();
    }

    /// <summary>Begins with rows that come by column.</summary>
    /// <param name="names">The columns.</param>
    /// <param name="begin">Begins with the columns of a batch: it takes the most rows that the batch can have. Called at once, and after
    /// each batch.</param>
    /// <param name="most">The most rows of a batch, if memory allows it.</param>
    public void Begin(IReadOnlyList<string> names, Func<int, IReadOnlyList<CellColumn>> begin, int most = MostRows)
    {
        _most = most;
        _names = names;
        _begin = begin;
        _cells = begin(_wanted);
    }

    /// <summary>Of rows that come by column: the place behind the last one that the batch has room for.</summary>
    public int End => _wanted;

    /// <summary>Takes the rows whose cells were set from the place <see cref="NextRow"/> on.</summary>
    /// <param name="end">The place behind the last of them.</param>
    /// <param name="left">The places of those among them that are left out, in order.</param>
    /// <param name="size">The length of the rows' text, in characters; 0 if it is not known.</param>
    /// <returns>A batch that ends with the last of the rows; null while there is none.</returns>
    public DataBatch? EndRows(int end, IReadOnlyCollection<int> left, long size = 0)
    {
        var kept = left.Count == 0 ? end : Math.Min(end, left.First());
        for (var row = kept; row < end; row++)
        {
            if (left.Contains(row)) continue;
            foreach (var column in _cells) column.Move(row, kept);
            kept++;
        }

        NextRow = kept;
        _size = kept == 0 ? 0 : _size + size;
        return NextRow < _wanted && _size < MostSize ? null : FullOfColumns();
    }

    /// <summary>Ends the last batch.</summary>
    /// <returns>The batch; null if it would have no row.</returns>
    public DataBatch? Take()
    {
        if (NextRow > 0)
        {
            var ended = new DataBatch(_names, _cells, NextRow) { Columns = Columns };
            NextRow = 0;
            _size = 0;
            _cells = _begin!(_wanted);
            return ended;
        }

        if (_rows.Count == 0) return null;
        var batch = new DataBatch(_rows[0].ColumnNames, _rows) { Columns = Columns };
        _rows = new List<DataRow>(_wanted);
        return batch;
    }

    private DataBatch? Full()
    {
        _wanted = Math.Min(_wanted * 2, MostRows);
        return Take();
    }

    private DataBatch? FullOfColumns()
    {
        var size = Math.Max(_size, (long)NextRow * _names.Count * CellSize);
        if (size > MostSize) _wanted = Math.Max(1, _wanted / 2);
        else if (size * 2 <= MostSize) _wanted = Math.Min(_wanted * 2, _most);
        return Take();
    }
}
