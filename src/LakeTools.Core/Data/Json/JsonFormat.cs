using System.Runtime.CompilerServices;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Json;

/// <summary>JSON: an object a line, or on reading also an array of objects.</summary>
/// <param name="Packing">How new files are packed.</param>
internal sealed record JsonFormat(DataCompression Packing = DataCompression.None) : RowFormat
{
    /// <inheritdoc/>
    public override string Name => DataFormats.Json;

    /// <inheritdoc/>
    public override string Extension => ".json" + Compression.Extension(Packing);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var batch in JsonRowReader.ReadAsync(stream, choice, file.Path, batches, onBadRow,
            cancellationToken).ConfigureAwait(false)) yield return batch;
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name) =>
        new JsonRowWriter(Compression.Pack(stream, name), columns);
}
