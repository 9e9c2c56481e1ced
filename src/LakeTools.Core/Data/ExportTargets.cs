using LakeTools.Core.Errors;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>Finds out where an export goes.</summary>
internal static class ExportTargets
{
    /// <summary>The target for an address: an object is replaced; a folder gets one more file, or the one in place of all.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The address.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>FormatNotSupported</c>, <c>AppendToObject</c>.</exception>
    public static async Task<ExportTarget> OfUriAsync(LakeConnection connection, string address, DataExportOptions options, CancellationToken cancellationToken)
    {
        var uri = S3Uri.Parse(address);
        var format = options.Format ?? (uri.IsFolder ? DataFormats.Csv : DataFormats.OfName(uri.Key));
        DataFormats.RequireDelimited(format, "written");
        if (!uri.IsFolder && options.Mode == ExportMode.Append)
            throw new LakeException(nameof(Errors.Errors.AppendToObject), LakeErrorCategory.InvalidArgument, address, Errors.Errors.AppendToObject, address);
        var isTsv = format.Equals(DataFormats.Tsv, StringComparison.OrdinalIgnoreCase);
        var dialect = new CsvDialect(options.Delimiter ?? (isTsv ? '\t' : ','), HeaderLines: options.NoHeader ? 0 : 1);
        if (uri.IsFolder) return await InFolderAsync(connection, uri, dialect, isTsv ? ".tsv" : ".csv", options, cancellationToken).ConfigureAwait(false);
        return new ExportTarget { Connection = connection, Uri = uri, Dialect = dialect };
    }

    /// <summary>The target for a table.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="table">The table.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The target.</returns>
    /// <exception cref="LakeException"><c>PartitionsNotSupported</c>; access denied comes as the service says it.</exception>
    public static async Task<ExportTarget> OfTableAsync(LakeConnection connection, TableLayout table, DataExportOptions options, CancellationToken cancellationToken)
    {
        if (options.Format is { } format) DataFormats.RequireDelimited(format, "written");
        if (table.PartitionKeys.Count > 0)
        {
            throw new LakeException(nameof(Errors.Errors.PartitionsNotSupported), LakeErrorCategory.InvalidArgument, table.Address.ToString(),
                Errors.Errors.PartitionsNotSupported, table.Address);
        }

        var permissions = options.Mode == ExportMode.Overwrite ? TableCredentials.Replace : TableCredentials.Append;
        var data = await TableCredentials.ConnectAsync(connection, table, permissions, cancellationToken).ConfigureAwait(false);
        var target = await InFolderAsync(data, table.Location, table.Dialect, ".csv", options, cancellationToken).ConfigureAwait(false);
        return target with { Columns = table.Columns, Table = table.Address };
    }

    private static async Task<ExportTarget> InFolderAsync(LakeConnection connection, S3Uri folder, CsvDialect dialect, string extension, DataExportOptions options,
        CancellationToken cancellationToken)
    {
        if (options.Gzip) extension += ".gz";
        var uri = folder.Append($"part-{Guid.NewGuid():N}{extension}");
        if (options.Mode != ExportMode.Overwrite) return new ExportTarget { Connection = connection, Uri = uri, Dialect = dialect };
        var files = new List<LakeObject>();
        await foreach (var item in TablePartitions.FilesAsync(connection, folder, cancellationToken).ConfigureAwait(false)) files.Add(item);

        // A new file under an old one's name takes its place in one step: where there is one file, readers see the old rows or the new ones.
        var old = files.Find(item => item.Key.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        if (old is not null)
        {
            uri = new S3Uri(old.Bucket, old.Key);
            files.Remove(old);
        }

        return new ExportTarget { Connection = connection, Uri = uri, Dialect = dialect, Replaced = files };
    }
}
