using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Apache Parquet. The library for it is loaded by the classes behind these methods, when the first such
/// file is touched.</summary>
/// <param name="Packing">The compression of the pages of new files.</param>
internal sealed record ParquetFormat(DataCompression Packing) : RowFormat
{
    /// <inheritdoc/>
    public override string Name => DataFormats.Parquet;

    /// <inheritdoc/>
    public override string Extension => ".parquet";

    /// <inheritdoc/>
    public override bool NeedsTypes => true;

    /// <inheritdoc/>
    public override IAsyncEnumerable<DataBatch> ReadAsync(DataFile file, IColumnChoice choice, BatchBuilder batches,
        Action<LakeException> onBadRow, CancellationToken cancellationToken)
    {
        RefusePacked(file.Path, "read");
        return ParquetRowReader.ReadAsync(file, choice, batches, onBadRow, cancellationToken);
    }

    /// <inheritdoc/>
    public override IRowWriter Create(Stream stream, IReadOnlyList<FileColumn> columns, string name)
    {
        RefusePacked(name, "written");
        if (columns.Count == 0) throw Fault.RowsMissing(name, "a Parquet file", "use CSV or JSON Lines");
        return ParquetRowWriter.Create(stream, columns, Packing);
    }

    // Parquet packs its pages, and is read from its end: a packing around the file would have to be undone first.
    private static void RefusePacked(string name, string verb)
    {
        if (Compression.Known(name, verb) == DataCompression.None) return;
        throw Fault.FormatNotSupported(
            name,
            "Parquet inside " + Path.GetExtension(name),
            verb,
            "Parquet, whose pages -Compression compresses");
    }
}
