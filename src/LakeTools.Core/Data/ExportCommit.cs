using LakeTools.Core.Catalog;
using LakeTools.Core.Errors;
using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>
/// Puts an export in its place. All content lies at S3 by then, so that each file is one short call away from being seen;
/// new partitions are seen once the catalog knows them, which is after their files; old files go last.
/// </summary>
/// <param name="target">Where the export goes.</param>
/// <param name="catalog">The lake as the caller, who changes the catalog.</param>
/// <param name="places">What was written.</param>
internal sealed class ExportCommit(ExportTarget target, LakeConnection catalog, ExportPlaces places)
{
    private const int FilesAtATime = 8;

    /// <summary>Commits.</summary>
    /// <param name="cancellationToken">Cancels it, up to the first file that is seen.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException">What S3 or the catalog refuses; new files are taken back then.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PublishAsync(cancellationToken).ConfigureAwait(false);
            await RegisterAsync().ConfigureAwait(false);
        }
        catch
        {
            await TakeBackAsync().ConfigureAwait(false);
            throw;
        }

        await RemoveOldAsync().ConfigureAwait(false);
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (places.Files.Count == 1)
        {
            await places.Files[0].CommitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var file in places.Files) await file.SendAsync(cancellationToken).ConfigureAwait(false);
        var options = new ParallelOptions { MaxDegreeOfParallelism = FilesAtATime };
        await Parallel.ForEachAsync(places.Files, options, async (file, _) =>
            await file.CommitAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task RegisterAsync()
    {
        var made = places.All.Where(place => !place.IsKnown).Select(place =>
            new NewPartition(place.Values, place.Location.ToString())).ToArray();
        if (target.Table is not { } table || made.Length == 0) return;
        await foreach (var outcome in new PartitionService(catalog).CreateAsync(table.DatabaseName, table.Name, made,
            table.CatalogId).ConfigureAwait(false))
            if (outcome.Error is { } error && error.Id != nameof(Errors.Errors.PartitionExists)) throw error;
    }

    private async Task RemoveOldAsync()
    {
        var old = places.All.SelectMany(place => place.Replaced ?? []).ToList();
        if (target.Mode == ExportMode.Overwrite && target.Keys.Count > 0) old.AddRange(await UntouchedAsync().ConfigureAwait(false));
        await RemoveAsync(old.Select(item => new S3Uri(item.Bucket, item.Key)), throwing: true).ConfigureAwait(false);
    }

    // What an export over a whole partitioned table leaves behind: partitions for which it had no row.
    private async Task<List<LakeObject>> UntouchedAsync()
    {
        var touched = places.All.Select(place => place.Location).ToHashSet();
        var folders = target.Table is null ? [target.Uri] : places.Known.Values.Where(location => !touched.Contains(location)).ToArray();
        var written = places.Files.Select(file => file.Uri).ToHashSet();
        var known = places.All.SelectMany(place => place.Replaced ?? []).Select(item => item.Uri).ToHashSet();
        if (target.Table is { } table)
        {
            var values = places.Known.Where(pair => !touched.Contains(pair.Value)).Select(pair => (IReadOnlyList<string>)pair.Key.Split('\u0001')).ToArray();
            await foreach (var outcome in new PartitionService(catalog).RemoveAsync(table.DatabaseName, table.Name, values,
                table.CatalogId).ConfigureAwait(false))
                if (outcome.Error is { } error) throw error;
        }

        var old = new List<LakeObject>();
        foreach (var folder in folders)
        {
            await foreach (var item in TablePartitions.FilesAsync(target.Connection, folder, CancellationToken.None).ConfigureAwait(false))
                if (!written.Contains(new S3Uri(item.Bucket, item.Key)) && !known.Contains(item.Uri)) old.Add(item);
        }

        return old;
    }

    private Task TakeBackAsync() =>
        RemoveAsync(places.Files.Where(file => file is { IsCommitted: true, IsReplacing: false }).Select(file => file.Uri),
            throwing: false);

    private async Task RemoveAsync(IEnumerable<S3Uri> objects, bool throwing)
    {
        foreach (var bucket in objects.GroupBy(item => item.Bucket))
        {
            foreach (var batch in bucket.Chunk(ObjectRemoval.BatchSize))
            {
                LakeException? failure = null;
                await ObjectRemoval.RemoveAsync(target.Connection, bucket.Key, batch.Select(item => item.Key).ToArray(),
                    error => failure ??= error, CancellationToken.None)
                    .ConfigureAwait(false);
                if (failure is not null && throwing) throw failure;
            }
        }
    }
}
