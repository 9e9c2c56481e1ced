using System.Runtime.CompilerServices;
using System.Text;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Csv;

/// <summary>Delimited text.</summary>
/// <param name="Dialect">The dialect of the files.</param>
/// <param name="Packing">The compression of new files.</param>
internal sealed record CsvFormat(CsvDialect Dialect, DataCompression Packing = DataCompression.None) : RowFormat
{
    /// <summary>The encoding of files without a byte order mark. Null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// The known properties, if the delimiter, quote and header are detected in each file; null if the dialect applies to
    /// every file.
    /// </summary>
    public CsvHints? Hints { get; init; }

    /// <summary>The files that are read together with detected properties; null if each file is alone.</summary>
    public CsvFolder? Folder { get; init; }

    /// <inheritdoc/>
    public override string Name => Dialect.Delimiter == '\t' ? DataFormats.Tsv : DataFormats.Csv;

    /// <inheritdoc/>
    public override Encoding TextEncoding => Encoding ?? Files.TextEncoding.Utf8;

    /// <inheritdoc/>
    public override bool IsByPosition => true;

    /// <inheritdoc/>
    public override string Extension => (Dialect.Delimiter == '\t' ? ".tsv" : ".csv") + Compression.Extension(Packing);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var text = await DecodedText.OpenAsync(stream, Encoding, cancellationToken).ConfigureAwait(false);
        var (content, dialect) = Hints is { } hints
            ? await FindAsync(file.Path, text, hints, cancellationToken).ConfigureAwait(false) : (text, Dialect);
        var cut = new CutTimes(file.Path, file.Warn);
        await foreach (var batch in CsvRowReader.ReadAsync(content, dialect, choice, file.Path, batches, onBadRow, cut,
            cancellationToken).ConfigureAwait(false))
            yield return batch;
    }

    private async Task<(TextReader Content, CsvDialect Dialect)> FindAsync(string path, TextReader text, CsvHints hints,
        CancellationToken cancellationToken)
    {
        var (content, lines) = await CsvSniffer.HeadAsync(text, cancellationToken).ConfigureAwait(false);
        var look = await CsvSniffer.LookAsync(lines, hints, cancellationToken).ConfigureAwait(false);
        var hasHeader = Folder is null || hints.Header is not null ? look.Header != CsvHeader.No
            : await Folder.HasHeaderAsync(path, look, cancellationToken).ConfigureAwait(false);
        return (content, look.With(hasHeader));
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name) =>
        new CsvRowWriter(Compression.Pack(stream, name), TextEncoding, Dialect, columns);
}
