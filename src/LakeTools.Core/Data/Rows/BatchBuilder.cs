namespace LakeTools.Core.Data.Rows;

/// <summary>
/// Gathers rows into batches. The first batches are small, so that nobody waits long for a first row; a batch ends where
/// the columns change.
/// </summary>
internal sealed class BatchBuilder
{
    private const int MostRows = 1024;

    private List<DataRow> _rows = [];
    private int _wanted = 1;

    /// <summary>What the file says of the columns of all its rows; null where each value says its own type.</summary>
    public IReadOnlyList<DataColumn>? Columns { get; set; }

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
        if (_rows.Count < _wanted) return null;
        _wanted = Math.Min(_wanted * 2, MostRows);
        return Take();
    }

    /// <summary>Ends the last batch.</summary>
    /// <returns>The batch; null where it would have no row.</returns>
    public DataBatch? Take()
    {
        if (_rows.Count == 0) return null;
        var batch = new DataBatch(_rows[0].ColumnNames, _rows) { Columns = Columns };
        _rows = new List<DataRow>(_wanted);
        return batch;
    }
}
