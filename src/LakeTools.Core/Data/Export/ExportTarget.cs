using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>The target of an export.</summary>
internal sealed record ExportTarget
{
    /// <summary>The connection that reaches the place.</summary>
    public required LakeConnection Connection { get; init; }

    /// <summary>The object to write, or the folder to write into.</summary>
    public required S3Uri Uri { get; init; }

    /// <summary>The form of the files.</summary>
    public required RowFormat Format { get; init; }

    /// <summary>The columns of the files; null if the first rows tell them.</summary>
    public IReadOnlyList<GlueColumn>? Columns { get; init; }

    /// <summary>The columns whose values become folders.</summary>
    public IReadOnlyList<GlueColumn> Keys { get; init; } = [];

    /// <summary>The table as the caller sees it, or null.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>The address of the table, or null.</summary>
    public TableAddress? Table => Layout?.Address;

    /// <summary>The options of the write.</summary>
    public required DataExportOptions Options { get; init; }

    /// <summary>The treatment of existing data.</summary>
    public ExportMode Mode { get; init; }

    /// <summary>The maximum size, in bytes, of the rows that all files together hold before they are written.</summary>
    public long MostHeld { get; init; }

    /// <summary>The target's name for people.</summary>
    /// <returns>The table or the address.</returns>
    public override string ToString() => Table?.ToString() ?? Uri.ToString();

    /// <summary>The target for an address: an object is replaced; a folder gets files.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The address.</param>
    /// <param name="options">The options of the write.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>FormatNotSupported</c>,
    /// <c>FormatParameterNotAllowed</c>, <c>AppendToObject</c>, <c>PartitionByObject</c>,
    /// <c>CompressionNotSupported</c>.</exception>
    public static ExportTarget OfUri(LakeConnection connection, string address, DataExportOptions options)
    {
        var uri = S3Uri.Parse(address);
        var name = DataFormats.Require(options.Format ?? (uri.IsFolder ? DataFormats.Csv : DataFormats.OfName(uri.Key)), "written");
        DataFormats.RequireUse([name], options.Delimiter, null, options.NoHeader ? "-NoHeader" : null, null);
        if (!uri.IsFolder && options.Mode == ExportMode.Append)
            throw Fault.AppendToObject(address);
        if (!uri.IsFolder && options.PartitionBy.Count > 0)
            throw Fault.PartitionByObject(address);
        RequirePartitions(address, options.PartitionBy.Count, options.Mode);
        RequirePacking(name, options.Compression);
        if (!uri.IsFolder) uri = uri with { Key = Packed(uri.Key, name, options.Compression) };
        return new ExportTarget
        {
            Connection = connection,
            Uri = uri,
            Format = RowFormats.OfName(name, options.Delimiter, !options.NoHeader, options.Compression),
            Keys = options.PartitionBy.Select(key => new GlueColumn(key, "string")).ToArray(),
            Options = options,
            Mode = options.Mode ?? (uri.IsFolder ? ExportMode.Append : ExportMode.Overwrite),
            MostHeld = options.MostHeld,
        };
    }

    /// <summary>The target for a table.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="table">The table.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LakeException">
    /// <c>FormatNotSupported</c>, <c>PartitionByMismatch</c>, <c>CompressionNotSupported</c>, <c>ColumnsHidden</c>,
    /// <c>AdditionalLocationsStay</c>, <c>ProjectionNotOverwritten</c>; access denied comes as
    /// the service says it.
    /// </exception>
    public static async Task<ExportTarget> OfTableAsync(LakeConnection connection, TableLayout table, DataExportOptions options,
        CancellationToken cancellationToken)
    {
        var keys = table.PartitionKeys.Select(key => key.Name).ToArray();
        if (options.PartitionBy.Count > 0 && !options.PartitionBy.Select(HiveNames.Safe).SequenceEqual(keys.Select(HiveNames.Safe)))
        {
            throw Fault.PartitionByMismatch(
                table.Address.ToString(),
                table.Address,
                keys.Length == 0 ? "nothing" : string.Join(", ", keys),
                string.Join(", ", options.PartitionBy));
        }

        RequirePartitions(table.Address.ToString(), keys.Length, options.Mode);
        if (options.Mode == ExportMode.Overwrite && table.AdditionalLocations.Count > 0)
            throw Fault.AdditionalLocationsStay(table.Address, table.Address.ToString());
        if (options.Mode == ExportMode.Overwrite && table.Projection is not null)
            throw Fault.ProjectionNotOverwritten(table.Address, table.Address.ToString());
        var format = await FormatAsync(connection, table, $"{table.Address}", options, cancellationToken).ConfigureAwait(false);
        var permissions = options.Mode is null or ExportMode.Append ? TableCredentials.Append : TableCredentials.Replace;
        return new ExportTarget
        {
            Connection = await TableCredentials.ConnectAsync(connection, table, permissions, cancellationToken).ConfigureAwait(false),
            Uri = table.Location,
            Format = format,
            Columns = table.Columns,
            Keys = table.PartitionKeys,
            Layout = table,
            Options = options,
            Mode = options.Mode ?? ExportMode.Append,
            MostHeld = options.MostHeld,
        };
    }

    /// <summary>The form of new files in a partition that exists, which may differ from that of the table.</summary>
    /// <param name="catalog">The lake as the caller.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The form.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>, <c>CompressionNotSupported</c>, <c>ColumnsHidden</c>.</exception>
    public async Task<RowFormat> FormatOfAsync(LakeConnection catalog, TablePartition partition, CancellationToken cancellationToken) =>
        partition.Format == Layout!.Format
            ? Format
            : await FormatAsync(catalog, Layout with { Format = partition.Format }, $"{partition.Location}", Options, cancellationToken)
                .ConfigureAwait(false);

    private static async Task<RowFormat> FormatAsync(LakeConnection catalog, TableLayout table, string place, DataExportOptions options,
        CancellationToken cancellationToken)
    {
        if (options.Format is { } wanted && DataFormats.Require(wanted, "written") is var name && name != table.Format.Name)
        {
            throw Fault.FormatNotSupported(name, name, $"written into {place}", table.Format.Name);
        }

        if (table.Format.IsByPosition) TableColumns.RequireFlat(place, table.Columns, "written");
        RequirePacking(table.Format.Name, options.Compression);
        await WholeTable.RequireAsync(catalog, table, cancellationToken).ConfigureAwait(false);
        return RowFormats.Packed(table.Format, options.Compression);
    }

    private static void RequirePartitions(string target, int keys, ExportMode? mode)
    {
        if (mode == ExportMode.OverwritePartitions && keys == 0)
            throw Fault.PartitionsMissing(target);
    }

    /// <summary>Refuses a compression that files of a format cannot have.</summary>
    /// <param name="format">The format.</param>
    /// <param name="packing">The compression; null for the default one.</param>
    /// <exception cref="LakeException"><c>CompressionNotSupported</c>.</exception>
    internal static void RequirePacking(string format, DataCompression? packing)
    {
        if (packing == DataCompression.Snappy
            && format != DataFormats.Parquet) throw NotPacked(format, DataCompression.Snappy, "None, Gzip, Zstd");
    }

    // An address that ends with .gz says itself how the file is packed.
    private static string Packed(string key, string format, DataCompression? packing)
    {
        var said = Compression.Known(key, "written");
        if (format == DataFormats.Parquet || packing is null || packing == said) return key;
        return said == DataCompression.None
            ? key + Compression.Extension(packing.Value) : throw NotPacked(key, packing.Value, said.ToString());
    }

    private static LakeException NotPacked(string what, DataCompression packing, string known) =>
        Fault.CompressionNotSupported(what, packing, known);
}
