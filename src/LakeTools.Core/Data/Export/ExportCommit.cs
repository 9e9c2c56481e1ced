using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// Puts an export in its place: in one step of S3 where that is enough, which is where one file comes and at most the one of
/// the same name goes. Else a record tells readers to leave out the new files until all are there; writing the record again, in one
/// step, tells them to leave out the old ones from now on.
/// </summary>
/// <param name="target">The target of the export.</param>
/// <param name="catalog">The lake as the caller, who changes the catalog.</param>
/// <param name="places">The places that were written.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="progress">Told of waiting for others, or null.</param>
internal sealed class ExportCommit(ExportTarget target, LakeConnection catalog, ExportPlaces places, TimeProvider clock,
    IProgress<LakeProgress>? progress)
{
    private const int FilesAtATime = 8;
    private const int FilesBetweenWords = 64;

    private readonly ExportEnd _end = new(target.Connection, catalog);

    /// <summary>True once readers see the new rows, whatever happens after that.</summary>
    public bool IsCommitted { get; private set; }

    private IEnumerable<ExportPlace> Made => target.Table is null ? [] : places.All.Where(place => !place.IsKnown);

    /// <summary>Commits.</summary>
    /// <param name="cancellationToken">Cancels it, up to the step in which the new rows are seen.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException">
    /// An error of S3 or the catalog, <c>ExportRunning</c> and <c>ExportInterrupted</c>: readers see the old rows.
    /// <c>ExportUnfinished</c>: readers see the new ones.
    /// </exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var turn = new ExportTurn(target, _end, clock, progress);
        if (target.Uri.IsFolder)
        {
            var sweep = AbandonedUploads.RemoveAsync(target.Connection, target.Uri, clock, cancellationToken);
            await Task.WhenAll(turn.SettleAsync(cancellationToken), sweep).ConfigureAwait(false);
        }

        if (await IsOneStepAsync().ConfigureAwait(false)) await InOneStepAsync(places.Files[0], cancellationToken).ConfigureAwait(false);
        else await InStepsAsync(turn, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsOneStepAsync()
    {
        if (!target.Uri.IsFolder) return true;
        if (places.Files.Count != 1 || Made.Any()) return false;
        var file = places.Files[0];
        var (old, dropped) = await OldAsync().ConfigureAwait(false);
        if (dropped.Count > 0) return false;
        if (old.TrueForAll(item => new S3Uri(item.Bucket, item.Key) == file.Uri)) return true;
        if (file.UploadId is null && old.Count == 1 && file.IsAlike(old[0]) && places.All.All(place => place.Others.Count == 0))
        {
            file.MoveTo(new S3Uri(old[0].Bucket, old[0].Key), isReplacing: true);
            return true;
        }

        return false;
    }

    private async Task InOneStepAsync(ExportFile file, CancellationToken cancellationToken)
    {
        try
        {
            await file.CommitAsync(cancellationToken).ConfigureAwait(false);
            IsCommitted = true;
        }
        catch when (!file.IsReplacing)
        {
            await TryAsync(() => _end.TakeBackAsync(RecordOf([file]))).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InStepsAsync(ExportTurn turn, CancellationToken cancellationToken)
    {
        foreach (var file in places.Files)
        {
            if (file.IsReplacing) Rename(file);
            await file.SendAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await turn.TakeAsync(RecordOf(places.Files), cancellationToken).ConfigureAwait(false);
            await PublishAsync(turn, cancellationToken).ConfigureAwait(false);
            await RegisterAsync().ConfigureAwait(false);
            var (old, dropped) = await OldAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var ours = places.Files.Select(file => file.Uri).ToHashSet();
            await turn.WriteAsync(turn.Record! with
            {
                State = ExportState.Committed,
                Old = old.Where(item => !ours.Contains(new S3Uri(item.Bucket, item.Key))).Select(ExportRecordFile.OfOld).ToArray(),
                Dropped = dropped,
            }).ConfigureAwait(false);
        }
        catch
        {
            var isCommitted = false;
            await TryAsync(async () => isCommitted = await turn.UndoAsync().ConfigureAwait(false)).ConfigureAwait(false);
            if (!isCommitted) throw;
        }

        IsCommitted = true;
        try
        {
            await _end.ClearAsync(turn.Record!, isLate: false).ConfigureAwait(false);
            await turn.DoneAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is LakeException || SdkErrors.CanTranslate(error))
        {
            throw Fault.ExportUnfinished(target.ToString(), target, error.Message, inner: error);
        }
    }

    // The one old file was to be replaced in one step; in the meantime there are others, which the step would leave.
    private void Rename(ExportFile file)
    {
        if (file.UploadId is not null)
        {
            throw Fault.ExportInterrupted(target.ToString(), target);
        }

        file.MoveTo(ExportPlaces.NewName(target.Uri, target.Format), isReplacing: false);
    }

    private ExportRecord RecordOf(IReadOnlyList<ExportFile> files) => new()
    {
        Run = Guid.NewGuid().ToString("N"),
        State = ExportState.Prepared,
        Table = target.Table,
        New = files.Select(file => new ExportRecordFile(file.Uri.Bucket, file.Uri.Key, file.UploadId)).ToArray(),
        Made = Made.Select(place => new ExportRecordPartition(place.Values, place.Location.ToString())).ToArray(),
    };

    private async Task PublishAsync(ExportTurn turn, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = FilesAtATime, CancellationToken = cancellationToken };
        foreach (var some in places.Files.Chunk(FilesBetweenWords))
        {
            await Parallel.ForEachAsync(some, options, async (file, _) =>
                await file.CommitAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
            await turn.RenewAsync().ConfigureAwait(false);
        }
    }

    private async Task RegisterAsync()
    {
        var made = Made.Select(place => new NewPartition(place.Values, place.Location.ToString())).ToArray();
        if (target.Table is not { } table || made.Length == 0) return;
        await foreach (var outcome in new PartitionService(catalog).CreateAsync(table.DatabaseName, table.Name, made,
            table.CatalogId).ConfigureAwait(false))
            if (outcome.Error is { } error && error.Id != nameof(Fault.PartitionExists)) throw error;
    }

    // The files and partitions that the export replaces: in a whole partitioned table, also the partitions for which it has no row.
    private async Task<(List<LakeObject> Files, IReadOnlyList<ExportRecordPartition> Dropped)> OldAsync()
    {
        if (target.Mode == ExportMode.Append) return ([], []);
        var folders = places.All.Select(place => place.Location).ToHashSet();
        ExportRecordPartition[] dropped = [];
        if (target.Mode == ExportMode.Overwrite && target.Keys.Count > 0)
        {
            var known = await places.KnownNowAsync().ConfigureAwait(false);
            var untouched = known.Where(partition => !folders.Contains(partition.Location)).ToArray();
            dropped = untouched.Select(partition => new ExportRecordPartition(partition.Values, partition.Location.ToString())).ToArray();
            if (target.Table is null) folders = [target.Uri];
            else folders.UnionWith(untouched.Select(partition => partition.Location));
        }
        else
        {
            // Their rows have the values of rows that were written, so they are replaced too.
            folders.UnionWith(places.All.SelectMany(place => place.Others));
        }

        var files = new Dictionary<string, LakeObject>(StringComparer.Ordinal);
        var listings = SideBySide.RunAsync(folders, FilesAtATime, async (folder, token) =>
        {
            var own = new List<LakeObject>();
            await foreach (var item in TablePartitions.FilesAsync(target.Connection, folder, token).ConfigureAwait(false)) own.Add(item);
            return own;
        });
        await foreach (var own in listings.ConfigureAwait(false))
            foreach (var item in own) files[item.Uri] = item;
        return ([.. files.Values], dropped);
    }

    // The first error is the one to show. The next export finishes what this one could not.
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception error) when (error is LakeException or OperationCanceledException || SdkErrors.CanTranslate(error))
        {
        }
    }
}
