using System.Runtime.CompilerServices;
using System.Text;
using LakeTools.Core.Errors;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>Reads rows from files in S3 or of a table, one after the other, in memory that does not grow with them.</summary>
public static class DataImport
{
    private const int RowsBetweenReports = 1000;

    /// <summary>Reads files by address. Cells are text but in columns that are given a type.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="uri">An object, a folder, or an address with wildcards.</param>
    /// <param name="options">How to read.</param>
    /// <param name="progress">Told of the rows read, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, file by file in the order of the keys.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>FormatNotSupported</c>, <c>ColumnNotFound</c>, <c>InvalidS3Uri</c>.</exception>
    public static async IAsyncEnumerable<DataRow> ReadAsync(LakeConnection connection, string uri, DataImportOptions options,
        IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0L;
        var isAny = false;
        await foreach (var item in ObjectListing.FindAsync(connection, uri, cancellationToken).ConfigureAwait(false))
        {
            isAny = true;
            if (item.Size == 0) continue;
            var format = options.Format ?? DataFormats.OfName(item.Key);
            DataFormats.RequireDelimited(format, "read");
            var isTsv = format.Equals(DataFormats.Tsv, StringComparison.OrdinalIgnoreCase);
            var dialect = new CsvDialect(options.Delimiter ?? (isTsv ? '\t' : ','), HeaderLines: options.NoHeader ? 0 : 1);
            var columns = new FileColumns(item.Uri, options.Columns);
            using var text = await OpenAsync(DataFile.OfObject(connection.Clients.S3, item), cancellationToken).ConfigureAwait(false);
            await foreach (var row in CsvRowReader.ReadAsync(text, dialect, columns.Choose, item.Uri, options.OnBadRow, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
                if (++rows % RowsBetweenReports == 0) progress?.Report(new LakeProgress($"Reading {uri}", $"{rows} rows, {item.Uri}"));
            }
        }

        if (!isAny) throw ObjectListing.NotFound(uri);
    }

    /// <summary>Reads a table: the columns that the caller may see, with their types, and its partition keys behind them.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">Which table.</param>
    /// <param name="options">How to read.</param>
    /// <param name="progress">Told of the rows read, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="LakeException">
    /// <c>TableNotFound</c>, <c>ColumnNotFound</c>, <c>FormatNotSupported</c>, <c>RowFilterNotSupported</c>, <c>ColumnPositionsUnknown</c>.
    /// </exception>
    public static async IAsyncEnumerable<DataRow> ReadTableAsync(LakeConnection connection, TableAddress address, DataImportOptions options,
        IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableCatalog.GetAsync(connection, address, cancellationToken).ConfigureAwait(false);
        var columns = new TableColumns(table, options.Columns);
        var data = await TableCredentials.ConnectAsync(connection, table, TableCredentials.Read, cancellationToken).ConfigureAwait(false);
        var rows = 0L;
        await foreach (var part in TablePartitions.ListAsync(connection, table, options.PartitionFilter, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var item in TablePartitions.FilesAsync(data, part.Location, cancellationToken).ConfigureAwait(false))
            {
                using var text = await OpenAsync(DataFile.OfObject(data.Clients.S3, item), cancellationToken).ConfigureAwait(false);
                var choice = columns.Of(item.Uri, part);
                await foreach (var row in CsvRowReader.ReadAsync(text, table.Dialect, choice, item.Uri, options.OnBadRow, cancellationToken).ConfigureAwait(false))
                {
                    yield return row;
                    if (++rows % RowsBetweenReports == 0) progress?.Report(new LakeProgress($"Reading {address}", $"{rows} rows, {item.Uri}"));
                }
            }
        }
    }

    private static async Task<StreamReader> OpenAsync(DataFile file, CancellationToken cancellationToken) =>
        new(await file.OpenAsync(cancellationToken).ConfigureAwait(false), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
}
