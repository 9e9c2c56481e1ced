using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using Parquet;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Writes rows as Parquet: a row group at a time, whose size bounds the memory.</summary>
internal sealed class ParquetRowWriter : IRowWriter
{
    private const int RowsAGroup = 1_000_000;
    private const long BytesAGroup = 32 * 1024 * 1024; // of values: packed, a few MiB

    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private readonly ParquetSink[] _columns;
    private long _bytes;
    private int _rows;

    private ParquetRowWriter(Stream stream, ParquetWriter writer, ParquetSink[] columns)
    {
        _stream = stream;
        _writer = writer;
        _columns = columns;
    }

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The destination; disposed of with the writer.</param>
    /// <param name="columns">The columns, all with types.</param>
    /// <param name="packing">The compression of pages.</param>
    /// <returns>The writer.</returns>
    public static ParquetRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, DataCompression packing)
    {
        var schema = new ParquetSchema(columns.Select(column => ParquetTypes.FieldOf(column.Name, column.Type ?? CellType.Text)));
        var options = new ParquetOptions
        {
            CompressionMethod = packing switch
            {
                DataCompression.None => CompressionMethod.None,
                DataCompression.Gzip => CompressionMethod.Gzip,
                DataCompression.Zstd => CompressionMethod.Zstd,
                _ => CompressionMethod.Snappy,
            },
        };
        var writer = ParquetWriter.CreateAsync(schema, stream, options, append: false, CancellationToken.None).GetAwaiter().GetResult();
        return new ParquetRowWriter(stream, writer, schema.Fields.Select(ParquetSink.Of).ToArray());
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++) _bytes += _columns[i].Write(cells[i], 0, 0);
        if (++_rows >= RowsAGroup || _bytes >= BytesAGroup) FlushAsync().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public long Held => _bytes;

    /// <inheritdoc/>
    public void Flush()
    {
        if (_rows > 0) FlushAsync().GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndAsync().GetAwaiter().GetResult();
        _stream.Dispose();
    }

    private async Task EndAsync()
    {
        if (_rows > 0) await FlushAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task FlushAsync()
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns) await column.FlushAsync(group).ConfigureAwait(false);
        _rows = 0;
        _bytes = 0;
    }
}
