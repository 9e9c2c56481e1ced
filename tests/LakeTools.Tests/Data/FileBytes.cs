using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Tests.Data;

/// <summary>Files in memory, written and read as the module does.</summary>
internal static class FileBytes
{
    public static byte[] Write(RowFormat format, IReadOnlyList<FileColumn> columns, IEnumerable<object?[]> rows, string name)
    {
        var stream = new WriteOnlyStream();
        using (var writer = format.Create(stream, columns, name))
        {
            foreach (var row in rows) writer.Write(row);
        }

        return stream.Bytes.ToArray();
    }

    public static List<DataRow> Read(RowFormat format, byte[] bytes, string name, IReadOnlyList<FileColumn>? columns = null,
        Action<LakeException>? onBadRow = null)
    {
        var file = new DataFile(name, bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes)), () => new MemoryStream(bytes));
        IColumnChoice choice = columns is null ? new FileColumns(name, []) : new Named(columns);
        var batches = new BatchBuilder();
        return Rows(format.ReadAsync(file, choice, batches, onBadRow ?? (error => throw error), CancellationToken.None), batches);
    }

    public static List<DataRow> Rows(IAsyncEnumerable<DataBatch> read, BatchBuilder batches)
    {
        var rows = read.ToBlockingEnumerable().SelectMany(batch => batch.Rows).ToList();
        rows.AddRange(batches.Take()?.Rows ?? []);
        return rows;
    }

    private sealed class Named(IReadOnlyList<FileColumn> columns) : IColumnChoice
    {
        public ValueTask<IReadOnlyList<RowColumn>> OfFieldsAsync(IReadOnlyList<string>? header, int width, CancellationToken stop) =>
            new(columns.Select((column, i) => new RowColumn(column.Name, column.Type, i)).ToArray());

        public IReadOnlyList<RowColumn>? OfNames(IReadOnlyList<string>? names) =>
            columns.Select(column => new RowColumn(column.Name, column.Type, -1)).ToArray();
    }

    /// <summary>A stream as S3's uploads are: it neither seeks nor tells where it stands.</summary>
    private sealed class WriteOnlyStream : Stream
    {
        public MemoryStream Bytes { get; } = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Bytes.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
