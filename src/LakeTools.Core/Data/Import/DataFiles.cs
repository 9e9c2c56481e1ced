using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Import;

/// <summary>
/// Finds the files of a table or an address as they are at one moment: all before an export or all after it, although they are
/// listed one after the other. Whatever happened in between shows by the record of the export, or by a file that is
/// younger than the listing: then they are listed again.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class DataFiles(TimeProvider clock)
{
    private const int ListingsAtATime = 8;
    private const int KeysInAnAnswer = 1000;
    private const int MostTries = 20;
    private const int TriesOfYoungFiles = 5; // exports of one step, which leave no record, may go on all the time
    private static readonly TimeSpan s_clocksDiffer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The files of a table.</summary>
    /// <param name="connection">The lake, as the caller.</param>
    /// <param name="data">The lake with credentials for the data.</param>
    /// <param name="table">The table.</param>
    /// <param name="filter">The partition filter; null for all partitions.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The files, each with the partition that it is in.</returns>
    /// <exception cref="LakeException"><c>DataChanging</c>, <c>ExportRecordInvalid</c>.</exception>
    public Task<List<(TablePartition Part, LakeObject File)>> OfTableAsync(LakeConnection connection, LakeConnection data,
        TableLayout table, string? filter,
        CancellationToken cancellationToken)
    {
        return AtOneMomentAsync(
            table.Address.ToString(),
            item => item.File,
            () => ExportView.ReadAsync(data.Clients.S3, [table.Location], cancellationToken),
            async () =>
            {
                var parts = new List<TablePartition>();
                await foreach (var part in TablePartitions.ListAsync(connection, table, filter, cancellationToken).ConfigureAwait(false))
                    parts.Add(part);
                var files = new List<(TablePartition Part, LakeObject File)>();
                var listings = SideBySide.RunAsync(parts, ListingsAtATime, async (part, token) =>
                {
                    var own = new List<(TablePartition Part, LakeObject File)>();
                    await foreach (var item in TablePartitions.FilesAsync(data, part.Location, token).ConfigureAwait(false))
                        own.Add((part, item));
                    return own;
                }, cancellationToken);
                await foreach (var own in listings.ConfigureAwait(false)) files.AddRange(own);
                return (files, IsOneAnswer: parts.Count == 1 && files.Count < KeysInAnAnswer);
            },
            cancellationToken);
    }

    /// <summary>
    /// The files that an address means. An object that is named itself is what it is; in a folder, exports count, and hidden files do
    /// not, as in a table.
    /// </summary>
    /// <param name="connection">The lake.</param>
    /// <param name="source">The objects to read.</param>
    /// <param name="warn">Told of hidden files that are not empty; or null.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The objects by key.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>BucketNotFound</c>, <c>DataChanging</c>, <c>ExportRecordInvalid</c>,
    /// <c>TableFormatNotSupported</c>.</exception>
    public async Task<List<LakeObject>> OfSourceAsync(LakeConnection connection, ObjectSource source, Action<string>? warn,
        CancellationToken cancellationToken)
    {
        if (!source.HasWildcards && !source.IsFolder)
        {
            await foreach (var first in source.FindAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                if (source.IsNamed(first)) return [first];
                break;
            }
        }

        var files = await AtOneMomentAsync(
            source.Address,
            item => item,
            () => ExportView.ReadAsync(
                connection.Clients.S3,
                ExportView.FoldersOf(new S3Uri(source.Bucket, source.Folder)),
                cancellationToken),
            async () =>
            {
                var files = new List<LakeObject>();
                await foreach (var item in source.FindAsync(connection, cancellationToken).ConfigureAwait(false))
                    if (new S3Uri(item.Bucket, item.Key).Name != ExportRecord.Name) files.Add(item);
                if (files.Count == 0) throw ObjectListing.NotFound(source.Address);
                if (!source.HasWildcards && OpenTableFormat.InFolder(source.Folder, files.Select(item => item.Key)) is { } open)
                    throw Fault.TableFormatNotSupported(source.Address, $"{source.Address}, which contains {open.Key},", open.Format);
                return (files, files.Count < KeysInAnAnswer);
            },
            cancellationToken).ConfigureAwait(false);
        return WithoutHidden(source, files, warn);
    }

    private static List<LakeObject> WithoutHidden(ObjectSource source, List<LakeObject> files, Action<string>? warn)
    {
        var pattern = S3Uri.Parse(source.Address).Key;
        if (source.HasWildcards && TablePartitions.IsHidden(pattern[source.Folder.Length..])) return files; // names them itself
        var hidden = files.FindAll(item => TablePartitions.IsHidden(item.Key[source.Folder.Length..]));
        if (hidden.Find(item => item.Size > 0) is { } first)
        {
            warn?.Invoke($"{first.Uri}{(hidden.Count > 1 ? $" and {hidden.Count - 1} other files" : "")} not read: names that begin with "
                + "_ or . are hidden, as in a table. To read such a file, specify it.");
        }

        return hidden.Count == 0 ? files : files.FindAll(item => !hidden.Contains(item));
    }

    // Two listings that are equal show what was there at each moment between them.
    private async Task<List<T>> AtOneMomentAsync<T>(string what, Func<T, LakeObject> fileOf, Func<Task<ExportView>> look,
        Func<Task<(List<T> Files, bool IsOneAnswer)>> list, CancellationToken cancellationToken)
    {
        var before = await look().ConfigureAwait(false);
        List<T>? last = null;
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var start = clock.GetUtcNow() - s_clocksDiffer;
            var (files, isOneAnswer) = await list().ConfigureAwait(false);
            var after = await look().ConfigureAwait(false);
            var isSame = after.IsSameAs(before);
            if (isSame && (isOneAnswer || tries >= TriesOfYoungFiles
                || files.TrueForAll(item => fileOf(item).LastModified.ToUniversalTime() < start.UtcDateTime)
                || last?.Select(fileOf).SequenceEqual(files.Select(fileOf)) == true))
                return files.FindAll(item => after.Shows(fileOf(item)));
            (last, before) = (isSame ? files : null, after);
            if (!isSame) await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }

        throw Fault.DataChanging(what);
    }
}
