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
    /// <summary>What the files are written in, where no byte order mark says it; UTF-8 where null.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// True to look at each file for its header, and for a line <c>sep=;</c> before it; the dialect's number does not count.
    /// </summary>
    public bool FindsHeader { get; init; }

    /// <summary>Whether files have a header, where <see cref="FindsHeader"/> and the user says it.</summary>
    public bool? Header { get; init; }

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
        var (content, dialect) = FindsHeader ? await FindAsync(text, cancellationToken).ConfigureAwait(false) : ((TextReader)text, Dialect);
        await foreach (var batch in CsvRowReader.ReadAsync(content, dialect, choice.OfFields, file.Path, batches, onBadRow,
            cancellationToken).ConfigureAwait(false))
            yield return batch;
    }

    private async Task<(TextReader Content, CsvDialect Dialect)> FindAsync(TextReader text, CancellationToken cancellationToken)
    {
        var (content, lines) = await CsvSniffer.HeadAsync(text, cancellationToken).ConfigureAwait(false);
        var dialect = Dialect with { Delimiter = CsvSniffer.SeparatorLine(lines) ?? Dialect.Delimiter };
        var headerLines = await CsvSniffer.FindHeaderLinesAsync(lines, dialect, Header, cancellationToken).ConfigureAwait(false);
        return (content, dialect with { HeaderLines = headerLines });
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name) =>
        new CsvRowWriter(Compression.Pack(stream, name), TextEncoding, Dialect, columns);
}
