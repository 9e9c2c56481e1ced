using Amazon.S3;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The remaining steps of an export whose record tells if it took place. The export itself or the next one runs them. Running
/// it twice, or side by side, gives the same.
/// </summary>
/// <param name="data">Reaches the files.</param>
/// <param name="catalog">The lake as the caller, who changes the catalog.</param>
internal sealed class ExportEnd(LakeConnection data, LakeConnection catalog)
{
    private const int CallsAtATime = 8;

    /// <summary>Checks what another export left before anything is removed by it.</summary>
    /// <param name="store">The store of its record.</param>
    /// <param name="record">Its record.</param>
    /// <returns>The part of the record that may be completed.</returns>
    /// <exception cref="LakeException"><c>ExportRecordForeign</c>.</exception>
    public Task<ExportRecord> RequireOwnAsync(ExportRecordStore store, ExportRecord record) =>
        new ExportRecordScope(catalog).RequireAsync(store, record);

    /// <summary>Takes back what an export made.</summary>
    /// <param name="record">Its record, because of which readers skip its files.</param>
    /// <returns>The work.</returns>
    public async Task TakeBackAsync(ExportRecord record)
    {
        // Uploads first: once they are gone, a writer that wakes up late can complete none, and no file comes after the removal.
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsAtATime };
        await Parallel.ForEachAsync(record.New.Where(file => file.UploadId is not null), options, async (file, _) =>
            await AbortAsync(file.Bucket, file.Key, file.UploadId!).ConfigureAwait(false)).ConfigureAwait(false);
        await RemoveAsync(record.New).ConfigureAwait(false);
        await RemovePartitionsAsync(record.Table, record.Made).ConfigureAwait(false);
    }

    /// <summary>Removes what an export took the place of.</summary>
    /// <param name="record">Its record, because of which readers skip the old files.</param>
    /// <param name="isLate">True if time has passed since, so other files may have come under the old names.</param>
    /// <returns>The work.</returns>
    public async Task ClearAsync(ExportRecord record, bool isLate)
    {
        await RemoveAsync(isLate ? await StillThereAsync(record.Old).ConfigureAwait(false) : record.Old).ConfigureAwait(false);
        await RemovePartitionsAsync(record.Table, record.Dropped).ConfigureAwait(false);
    }

    private async Task AbortAsync(string bucket, string key, string uploadId)
    {
        try
        {
            await data.Clients.S3.AbortMultipartUploadAsync(bucket, key, uploadId).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchUpload")
        {
            // It became a file already, or was never more than an id.
        }
    }

    private async Task<List<ExportRecordFile>> StillThereAsync(IReadOnlyList<ExportRecordFile> files)
    {
        var known = files.ToDictionary(file => new S3Uri(file.Bucket, file.Key));
        var there = new List<ExportRecordFile>();
        foreach (var folder in known.Keys.Select(uri => uri with { Key = uri.Key[..(uri.Key.LastIndexOf('/') + 1)] }).Distinct())
        {
            await foreach (var item in TablePartitions.FilesAsync(data, folder, CancellationToken.None).ConfigureAwait(false))
                if (known.TryGetValue(new S3Uri(item.Bucket, item.Key), out var file) && file.Is(item)) there.Add(file);
        }

        return [.. there.Distinct()];
    }

    private async Task RemoveAsync(IEnumerable<ExportRecordFile> files)
    {
        foreach (var bucket in files.GroupBy(file => file.Bucket))
        {
            foreach (var batch in bucket.Chunk(ObjectRemoval.BatchSize))
            {
                LakeException? failure = null;
                await ObjectRemoval.RemoveAsync(data, bucket.Key, batch.Select(file => file.Key).ToArray(), error => failure ??= error,
                    CancellationToken.None).ConfigureAwait(false);
                if (failure is not null) throw failure;
            }
        }
    }

    // Only what holds nothing: somebody else may have made the same partition, or filled it again.
    private async Task RemovePartitionsAsync(TableAddress? table, IReadOnlyList<ExportRecordPartition> partitions)
    {
        if (table is null || partitions.Count == 0) return;
        var empty = new List<IReadOnlyList<string>>();
        var looks = SideBySide.RunAsync(partitions, CallsAtATime, async (partition, token) =>
            (partition.Values, IsEmpty: await IsEmptyAsync(S3Uri.Parse(partition.Location), token).ConfigureAwait(false)));
        await foreach (var (values, isEmpty) in looks.ConfigureAwait(false))
            if (isEmpty) empty.Add(values);
        try
        {
            await foreach (var outcome in new PartitionService(catalog).RemoveAsync(table.DatabaseName, table.Name, empty, table.CatalogId)
                .ConfigureAwait(false))
                if (outcome.Error is { } error && error.Id != nameof(Fault.PartitionNotFound)) throw error;
        }
        catch (LakeException error) when (error.Id is nameof(Fault.TableNotFound) or nameof(Fault.DatabaseNotFound))
        {
            // Its partitions went with it.
        }
    }

    private async Task<bool> IsEmptyAsync(S3Uri folder, CancellationToken cancellationToken)
    {
        await foreach (var _ in TablePartitions.FilesAsync(data, folder, cancellationToken).ConfigureAwait(false)) return false;
        return true;
    }
}
