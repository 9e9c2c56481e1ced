using System.Runtime.CompilerServices;
using System.Text;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Delimited text.</summary>
/// <param name="Dialect">How it is written.</param>
/// <param name="Packing">How new files are packed.</param>
internal sealed record CsvFormat(CsvDialect Dialect, DataCompression Packing = DataCompression.None) : RowFormat
{
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc/>
    public override string Name => Dialect.Delimiter == '\t' ? DataFormats.Tsv : DataFormats.Csv;

    /// <inheritdoc/>
    public override bool IsByPosition => true;

    /// <inheritdoc/>
    public override string Extension => (Dialect.Delimiter == '\t' ? ".tsv" : ".csv") + Compression.Extension(Packing);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);
        await foreach (var batch in CsvRowReader.ReadAsync(text, Dialect, choice.OfFields, file.Path, batches, onBadRow,
            cancellationToken).ConfigureAwait(false))
            yield return batch;
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name) =>
        new CsvRowWriter(Compression.Pack(stream, name), Dialect, columns);
}
