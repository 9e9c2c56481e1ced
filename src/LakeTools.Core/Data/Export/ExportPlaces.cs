using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The folders and files of an export. Only so many files are open at a time: rows that come sorted by partition make a
/// file a partition, others perhaps several, in memory that does not grow with the partitions.
/// </summary>
/// <param name="target">The target of the export.</param>
/// <param name="catalog">The lake as the caller, who knows the partitions.</param>
/// <param name="columns">The columns of the files.</param>
/// <param name="stop">Ends the writing.</param>
internal sealed class ExportPlaces(ExportTarget target, LakeConnection catalog, IReadOnlyList<FileColumn> columns, CancellationToken stop)
{
    /// <summary>After so many rows, it is seen to that the memory of open files keeps within its bounds.</summary>
    public const int RowsBetweenLooks = 64;

    private const int MostOpen = 32;
    private const char Between = '\u0001';

    private readonly Dictionary<string, ExportPlace> _places = new(StringComparer.Ordinal); // by the values as rows have them
    private readonly Dictionary<string, ExportPlace> _all = new(StringComparer.Ordinal); // by what the values mean
    private readonly List<ExportFile> _files = [];
    private readonly List<ExportPlace> _open = [];
    private ILookup<string, TablePartition>? _known;
    private bool _isPlain;

    /// <summary>The places that rows went to.</summary>
    public IReadOnlyCollection<ExportPlace> All => _all.Values;

    /// <summary>The files, in the order of their first rows.</summary>
    public IReadOnlyList<ExportFile> Files => _files;

    /// <summary>The file for a row.</summary>
    /// <param name="values">The values of its partition keys; copied where they are kept.</param>
    /// <param name="row">The row's number.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LakeException">
    /// <c>TableFormatNotSupported</c>: the place holds a table's log or metadata, and files would go.
    /// </exception>
    public async Task<ExportFile> FileAsync(string[] values, long row)
    {
        var key = Key(values);
        if (!_places.TryGetValue(key, out var place))
        {
            var meaning = Key(PartitionMeaning.Of(values, target.Keys));
            if (!_all.TryGetValue(meaning, out place))
                _all.Add(meaning, place = await PlaceAsync([.. values], meaning, row).ConfigureAwait(false));
            _places.Add(key, place);
        }

        place.LastRow = row;
        if (row % RowsBetweenLooks == 0) KeepWithin();
        if (place.Open is { } open) return open;
        if (_open.Count == MostOpen) await CloseOldestAsync().ConfigureAwait(false);
        var (uri, isReplacing) = await NewFileAsync(place).ConfigureAwait(false);
        place.Open = new ExportFile(target, place.Format, uri, columns, isReplacing, stop);
        _files.Add(place.Open);
        _open.Add(place);
        return place.Open;
    }

    /// <summary>Makes the target empty: a file without rows takes the place of what is there, or no partition does.</summary>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>.</exception>
    public Task EmptyAsync() => target.Keys.Count == 0 ? FileAsync([], 0) : RequirePlainAsync();

    /// <summary>The key of a partition's values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>One text.</returns>
    public static string Key(IEnumerable<string> values) => string.Join(Between, values);

    /// <summary>A name that no file has.</summary>
    /// <param name="folder">The folder of the file.</param>
    /// <param name="format">The form of the file.</param>
    /// <returns>The file's address.</returns>
    public static S3Uri NewName(S3Uri folder, RowFormat format) =>
        folder.Append($"{ExportFile.NamePrefix}{Guid.NewGuid():N}{format.Extension}");

    /// <summary>The partitions that the catalog has now.</summary>
    /// <returns>The partitions.</returns>
    public async Task<IReadOnlyList<TablePartition>> KnownNowAsync()
    {
        var known = new List<TablePartition>();
        if (target.Layout is not { } table) return known;
        await foreach (var partition in TablePartitions.ListAsync(catalog, table, null, stop).ConfigureAwait(false)) known.Add(partition);
        return known;
    }

    private async Task<ExportPlace> PlaceAsync(string[] values, string meaning, long row)
    {
        if (!_isPlain) await RequirePlainAsync().ConfigureAwait(false);
        _isPlain = true;
        if (target.Keys.Count == 0) return new ExportPlace(target.Uri, values, isKnown: true, target.Format);
        if (target.Layout?.Projection is { } projection)
        {
            var found = projection.Find(values, DateTime.UtcNow)
                ?? throw Fault.PartitionNotProjected(target.Table, row + 1, string.Join(", ", values), target.ToString());
            return new ExportPlace(projection.LocationOf(found), found, isKnown: true, target.Format);
        }

        var folder = target.Uri.Append(PartitionPath.Of(target.Keys.Select(column => column.Name).ToArray(), values));
        if (target.Layout is null) return new ExportPlace(folder, values, isKnown: true, target.Format);
        _known ??= (await KnownNowAsync().ConfigureAwait(false)).ToLookup(known => Key(PartitionMeaning.Of(known.Values, target.Keys)));
        var same = _known[meaning].ToList();
        if (same.Count == 0) return new ExportPlace(folder, values, isKnown: false, target.Format);
        var partition = same.Find(known => known.Values.SequenceEqual(values)) ?? same[0];
        var format = await target.FormatOfAsync(catalog, partition, stop).ConfigureAwait(false);
        return new ExportPlace(partition.Location, partition.Values, isKnown: true, format)
        {
            Others = [.. same.Where(known => known != partition).Select(known => known.Location)],
        };
    }

    // Files that a log or metadata names must not go, whether or not the catalog says that they are a table of such a format.
    private async Task RequirePlainAsync()
    {
        if (target.Mode == ExportMode.Append || !target.Uri.IsFolder) return;
        foreach (var mark in OpenTableFormat.Marks)
        {
            await foreach (var item in ObjectListing.ListAsync(target.Connection.Clients.S3, target.Uri.Bucket, target.Uri.Key + mark, stop)
                .ConfigureAwait(false))
            {
                if (OpenTableFormat.InFolder(target.Uri.Key, [item.Key]) is not { } open) continue;
                throw Fault.TableFormatNotSupported(target.ToString(), $"{target}, which contains {open.Key},", open.Format);
            }
        }
    }

    // A new file under an old one's name replaces it in one step. A target with partitions has several files with new names.
    private async Task<(S3Uri Uri, bool IsReplacing)> NewFileAsync(ExportPlace place)
    {
        if (!place.Location.IsFolder) return (place.Location, true);
        if (target.Keys.Count > 0 || target.Mode == ExportMode.Append) return (NewName(place.Location, place.Format), false);
        var old = new List<LakeObject>();
        await foreach (var item in TablePartitions.FilesAsync(target.Connection, place.Location, stop).ConfigureAwait(false)) old.Add(item);
        return old.Count == 1 && ExportFile.IsAlike(place.Format, old[0])
            ? (new S3Uri(old[0].Bucket, old[0].Key), true) : (NewName(place.Location, place.Format), false);
    }

    // Rows that many files hold for their row groups would add up: the largest group is written as it is.
    private void KeepWithin()
    {
        for (var held = _open.Sum(place => place.Open!.Held); held > target.MostHeld;)
        {
            var largest = _open.MaxBy(place => place.Open!.Held)!.Open!;
            held -= largest.Held;
            largest.Flush();
        }
    }

    private async Task CloseOldestAsync()
    {
        var oldest = _open.MinBy(place => place.LastRow)!;
        await oldest.Open!.SendAsync(stop).ConfigureAwait(false);
        oldest.Open = null;
        _open.Remove(oldest);
    }
}
