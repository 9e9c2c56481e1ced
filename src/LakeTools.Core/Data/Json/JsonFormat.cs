using System.Runtime.CompilerServices;
using System.Text;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Json;

/// <summary>JSON: an object a line, or on reading also an array of objects.</summary>
/// <param name="Packing">The compression of new files.</param>
internal sealed record JsonFormat(DataCompression Packing = DataCompression.None) : RowFormat
{
    /// <summary>The encoding of files without a byte order mark. Null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>True for the files of a table: Athena's SerDes read one object a line.</summary>
    public bool IsObjectALine { get; init; }

    /// <summary>The property of each column that has another name in the files. Null if none has.</summary>
    public IReadOnlyDictionary<string, string>? Mapping { get; init; }

    /// <summary>True if a line that is not valid JSON is a row of nulls.</summary>
    public bool MalformedIsNull { get; init; }

    /// <inheritdoc/>
    public override string Name => DataFormats.Json;

    /// <inheritdoc/>
    public override bool HasOwnColumns => true;

    /// <inheritdoc/>
    public override string Extension => ".json" + Compression.Extension(Packing);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var packed = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (content, encoding) = await Files.TextEncoding.DetectAsync(packed, Encoding, cancellationToken).ConfigureAwait(false);
        var stream = encoding.CodePage == TextEncoding.CodePage
            ? content : System.Text.Encoding.CreateTranscodingStream(content, encoding, TextEncoding);
        var cut = new CutTimes(file.Path, file.Warn);
        await foreach (var batch in JsonRowReader.ReadAsync(stream, choice, this, file.Path, batches, onBadRow, cut,
            cancellationToken).ConfigureAwait(false)) yield return batch;
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name) =>
        new JsonRowWriter(Compression.Pack(stream, name), columns, Mapping);
}
