using LakeTools.Core.Data.Rows;
using LakeTools.Core.Queries;

namespace LakeTools.Query;

/// <summary>
/// One reading of a table, which fills DuckDB's chunks. DuckDB reads on one thread; the rows come from asynchronous code.
/// </summary>
internal sealed class TableScan : IDisposable
{
    private readonly IAsyncEnumerator<DataBatch> _batches;
    private readonly int[] _places;
    private readonly VectorWriter?[] _writers;
    private readonly string[] _names;
    private IReadOnlyList<string>? _batchNames;
    private int[] _columns = [];
    private DataBatch? _batch;
    private int _next;

    /// <summary>Begins a reading.</summary>
    /// <param name="table">The table.</param>
    /// <param name="places">The columns that are wanted, by place in the table; -1 for one that is none, as for count(*).</param>
    /// <param name="types">The types of the table's columns.</param>
    /// <param name="filter">The partition filter; null for all partitions.</param>
    /// <param name="scanned">Told how many bytes are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public TableScan(IQueryTable table, int[] places, IReadOnlyList<DuckType> types, string? filter, Action<long> scanned,
        CancellationToken cancellationToken)
    {
        _places = places;
        _writers = Array.ConvertAll(places, place => place < 0 ? null
            : new VectorWriter(types[place], () => table.TimesCut(table.Columns[place].Name)));
        _names = Array.ConvertAll(places, place => place < 0 ? "" : table.Columns[place].Name);
        var wanted = _names.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        // Rows are counted by a column that takes no reading, where there is one.
        if (wanted.Count == 0) wanted.Add(table.PartitionKeys.Count > 0 ? table.PartitionKeys[0] : table.Columns[0].Name);
        _batches = table.ReadAsync(wanted, filter, scanned, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Fills a chunk; none of its rows is filled at the end.</summary>
    /// <param name="chunk">DuckDB's chunk.</param>
    public void Fill(nint chunk)
    {
        var handle = new Chunk(chunk);
        var count = 0;
        for (var i = 0; i < _writers.Length; i++) _writers[i]?.At(handle.Vector(i));
        while (count < Chunk.Capacity && Next())
        {
            var rows = Math.Min(Chunk.Capacity - count, _batch!.RowCount - _next);
            for (var i = 0; i < _writers.Length; i++) _writers[i]?.Write(count, _batch.Cells[_columns[i]], _next, rows);

            (count, _next) = (count + rows, _next + rows);
        }

        handle.SetSize(count);
    }

    /// <inheritdoc/>
    public void Dispose() => _batches.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private bool Next()
    {
        while (_batch is null || _next == _batch.RowCount)
        {
            if (!_batches.MoveNextAsync().AsTask().GetAwaiter().GetResult()) return false;
            (_batch, _next) = (_batches.Current, 0);
            if (ReferenceEquals(_batchNames, _batch.ColumnNames)) continue;
            _batchNames = _batch.ColumnNames;
            _columns = Array.ConvertAll(_names, name => PlaceOf(_batchNames, name));
        }

        return true;
    }

    private static int PlaceOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return 0;
    }
}
