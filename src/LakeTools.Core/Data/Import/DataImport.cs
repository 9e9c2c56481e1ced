using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Data.Import;

/// <summary>Reads rows from files in S3 or of a table, batch after batch, in memory that does not grow with them.</summary>
public static class DataImport
{
    /// <summary>
    /// Reads files by address. Cells have the types that the file says, or that the columns are given; those of delimited text are text.
    /// </summary>
    /// <param name="connection">The lake.</param>
    /// <param name="source">The objects to read.</param>
    /// <param name="options">The options of the read.</param>
    /// <param name="progress">Gets the number of rows read, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows in batches, file by file in the order of the keys.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>BucketNotFound</c>, <c>TableFormatNotSupported</c>,
    /// <c>FormatNotSupported</c>, <c>FormatParameterNotAllowed</c>, <c>ColumnNotFound</c>,
    /// <c>ColumnTypeInvalid</c>, <c>DataChanging</c>, <c>ExportRecordInvalid</c>.</exception>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(LakeConnection connection, ObjectSource source, DataImportOptions options,
        IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileColumns.RequireTypes(options.Columns);
        var encoding = options.Encoding is { } given ? TextEncoding.Of(given) : null;
        var hints = new CsvHints(options.Delimiter, options.QuoteCharacter, options.Header);
        var files = await new DataFiles(options.Clock).OfSourceAsync(connection, source, options.OnWarning, cancellationToken)
            .ConfigureAwait(false);
        files.RemoveAll(item => item.Size == 0);
        DataFormats.RequireUse([.. files.Select(NameOf).Distinct()], options.Delimiter, options.QuoteCharacter,
            options.Header is false ? "-NoHeader" : null, options.Encoding);
        var told = new ReadProgress(progress, source.Address, files.Sum(item => item.Size));
        var formats = new Dictionary<string, RowFormat>();
        foreach (var item in files)
        {
            var name = DataFormats.Require(NameOf(item), "read");
            if (!formats.TryGetValue(name, out var format))
            {
                var alike = files.Where(other => NameOf(other) == NameOf(item))
                    .Select(other => DataFile.OfObject(connection.Clients.S3, other));
                formats[name] = format = RowFormats.OfFile(name, hints, encoding, alike);
            }

            var file = told.Of(DataFile.OfObject(connection.Clients.S3, item) with { Warn = options.OnWarning });
            var folders = new FolderColumns(options.NoPartition || source.IsNamed(item) ? "" : item.Key[source.Folder.Length..]);
            var columns = new FileColumns(item.Uri, options.Columns, folders.Pairs);
            await foreach (var read in BatchesAsync(format, file, columns, options.OnBadRow, cancellationToken).ConfigureAwait(false))
            {
                var batch = columns.IsAll ? folders.AddTo(read) : read;
                yield return batch;
                told.Add(batch.RowCount);
            }
        }

        foreach (var csv in formats.Values.OfType<CsvFormat>())
            if (csv.Folder?.Warning is { } warning) options.OnWarning?.Invoke(warning);

        string NameOf(LakeObject item) => options.Format ?? DataFormats.OfName(item.Key);
    }

    /// <summary>Reads a table: the columns that the caller may see, with their types, and its partition keys behind them.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table to read.</param>
    /// <param name="options">The options of the read.</param>
    /// <param name="progress">Gets the number of rows read, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    /// <exception cref="LakeException">
    /// <c>TableNotFound</c>, <c>TableFormatNotSupported</c>, <c>ColumnNotFound</c>, <c>FormatNotSupported</c>,
    /// <c>RowFilterNotSupported</c>, <c>ColumnPositionsUnknown</c>, <c>DataChanging</c>, <c>ExportRecordInvalid</c>.
    /// </exception>
    public static async IAsyncEnumerable<DataBatch> ReadTableAsync(LakeConnection connection, TableAddress address,
        DataImportOptions options,
        IProgress<LakeProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableCatalog.GetAsync(connection, address, PermissionSet.Select, cancellationToken).ConfigureAwait(false);
        var columns = new TableColumns(table, options.Columns);
        var data = await TableCredentials.ConnectAsync(connection, table, TableCredentials.Read, cancellationToken, columns.Wanted)
            .ConfigureAwait(false);
        await foreach (var batch in ReadTableAsync(connection, data, table, columns, options, progress, cancellationToken)
            .ConfigureAwait(false))
            yield return batch;
    }

    /// <summary>Reads a table that was found.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="data">The lake with credentials for the table's data.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns to read.</param>
    /// <param name="options">The options of the read.</param>
    /// <param name="progress">Gets the number of rows read, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in batches.</returns>
    internal static async IAsyncEnumerable<DataBatch> ReadTableAsync(LakeConnection connection, LakeConnection data, TableLayout table,
        TableColumns columns, DataImportOptions options, IProgress<LakeProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await new DataFiles(options.Clock)
            .OfTableAsync(connection, data, table, options.PartitionFilter, cancellationToken).ConfigureAwait(false);
        var told = new ReadProgress(progress, $"{table.Address}", files.Sum(item => item.File.Size));
        foreach (var (part, item) in files)
        {
            var file = told.Of(DataFile.OfObject(data.Clients.S3, item) with { Warn = options.OnWarning });
            var choice = columns.Of(item.Uri, part);
            var onBadRow = columns.Cut is null ? options.OnBadRow : WithoutContent(item.Uri, options.OnBadRow);
            await foreach (var read in BatchesAsync(part.Format, file, choice, onBadRow, cancellationToken).ConfigureAwait(false))
            {
                if ((columns.Cut is null ? read : columns.Cut.Cut(read)) is not { } batch) continue;
                yield return batch;
                told.Add(batch.RowCount);
            }
        }
    }

    // A row that cannot be read may contain data that the caller may not see.
    private static Action<LakeException> WithoutContent(string path, Action<LakeException> report)
    {
        var isTold = false;
        return _ =>
        {
            if (isTold) return;
            isTold = true;
            report(Fault.RowsNotJudged(path));
        };
    }

    // A file that is broken is an error of its own, behind the rows that were read of it; the other files are read.
    private static async IAsyncEnumerable<DataBatch> BatchesAsync(RowFormat format, DataFile file, IColumnChoice choice,
        Action<LakeException> onBadFile, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var builder = new BatchBuilder();
        var batches = format.ReadAsync(file, choice, builder, onBadFile, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = batches.ConfigureAwait(false);
        while (true)
        {
            ExceptionDispatchInfo? fault = null;
            var hasNext = false;
            try
            {
                hasNext = await batches.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                fault = ExceptionDispatchInfo.Capture(error);
            }

            if (hasNext)
            {
                yield return batches.Current;
                continue;
            }

            if (builder.Take() is { } last) yield return last;
            if (fault?.SourceException is InvalidDataException || (fault is not null && Zstandard.IsFault(fault.SourceException)))
            {
                onBadFile(Fault.DataFileInvalid(
                    file.Path,
                    format.Name,
                    fault.SourceException.Message,
                    inner: fault.SourceException));
            }
            else
            {
                fault?.Throw();
            }

            break;
        }
    }
}
