using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// Exports to one place run one after the other: an export of several steps holds the record of the place. A record without a write for
/// a minute belongs to an export that has ended. The next export completes it if it was committed, and undoes it otherwise. If the
/// earlier writer continues, it finds that the record has changed and stops. Clocks only decide how long an export waits.
/// </summary>
/// <param name="target">The target of the export.</param>
/// <param name="end">Ends what other exports left.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="progress">Told of waiting, or null.</param>
internal sealed class ExportTurn(ExportTarget target, ExportEnd end, TimeProvider clock, IProgress<LakeProgress>? progress)
{
    /// <summary>For how long a record counts as somebody's who is at work.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly ExportRecordStore _own = new(target.Connection.Clients.S3, target.Uri);
    private string? _etag;
    private DateTimeOffset _written;

    /// <summary>The record as it was written last.</summary>
    public ExportRecord? Record { get; private set; }

    /// <summary>Ends what exports to this place, or by address to one that it is in, have left; waits for those at work.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ExportRunning</c> if an export continues for minutes.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var places = target.Table is null ? ExportView.FoldersOf(target.Uri) : [target.Uri];
        await Task.WhenAll(places.Select(place =>
            SettleAsync(new ExportRecordStore(target.Connection.Clients.S3, place), cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Takes the turn: writes the first record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ExportRunning</c>.</exception>
    public async Task TakeAsync(ExportRecord record, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow();
        while (true)
        {
            await SettleAsync(_own, cancellationToken).ConfigureAwait(false);

            // The write itself is not cancelled: its result would be unknown.
            cancellationToken.ThrowIfCancellationRequested();
            Record = record;
            if (await _own.TryWriteAsync(record, null, CancellationToken.None).ConfigureAwait(false) is { } etag)
            {
                (_etag, _written) = (etag, clock.GetUtcNow());
                return;
            }

            Record = null;
            if (clock.GetUtcNow() - since > s_patience) throw Running(_own);
        }
    }

    /// <summary>Tells others that we are at work, where the last word of it gets old.</summary>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ExportInterrupted</c>.</exception>
    public async Task RenewAsync()
    {
        if (clock.GetUtcNow() - _written > Lease / 3) await WriteAsync(Record!).ConfigureAwait(false);
    }

    /// <summary>Writes the record again.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ExportInterrupted</c> where another export took this one for dead.</exception>
    public async Task WriteAsync(ExportRecord record)
    {
        record = record with { Beat = record.Beat + 1 };
        var etag = await _own.TryWriteAsync(record, _etag, CancellationToken.None).ConfigureAwait(false);
        if (etag is null)
        {
            throw Fault.ExportInterrupted(target.ToString(), target);
        }

        (Record, _etag, _written) = (record, etag, clock.GetUtcNow());
    }

    /// <summary>Takes back what was not committed.</summary>
    /// <returns>True if it turns out that it was committed after all.</returns>
    public async Task<bool> UndoAsync()
    {
        if (Record is null) return false;
        if (_etag is null)
        {
            // The first writing failed, or so it seemed.
            var own = await _own.FindAsync(CancellationToken.None).ConfigureAwait(false);
            if (own?.Record.Run != Record.Run) return false;
            _etag = own.ETag;
        }

        try
        {
            await WriteAsync(Record with { State = ExportState.Undone }).ConfigureAwait(false);
        }
        catch (LakeException error) when (error.Id == nameof(Fault.ExportInterrupted))
        {
            var found = await _own.FindAsync(CancellationToken.None).ConfigureAwait(false);
            if (found is null || found.Record.Run != Record.Run || found.Record.State != ExportState.Committed) return false;
            (Record, _etag) = (found.Record, found.ETag);
            return true;
        }

        await end.TakeBackAsync(Record).ConfigureAwait(false);
        await DoneAsync().ConfigureAwait(false);
        return false;
    }

    /// <summary>Ends the turn: removes the record.</summary>
    /// <returns>The work.</returns>
    public Task DoneAsync() => _own.RemoveAsync(_etag!);

    private async Task SettleAsync(ExportRecordStore store, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow();
        while (await store.FindAsync(cancellationToken).ConfigureAwait(false) is { } found)
        {
            if (clock.GetUtcNow() - found.Modified > Lease)
            {
                await EndAsync(store, found).ConfigureAwait(false);
                continue;
            }

            if (clock.GetUtcNow() - since > s_patience) throw Running(store);
            progress?.Report(new LakeProgress($"Writing {target}", $"Waiting for another export to {store.Uri}"));
            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EndAsync(ExportRecordStore store, FoundRecord found)
    {
        var isCommitted = found.Record.State == ExportState.Committed;
        var record = await end.RequireOwnAsync(store, found.Record).ConfigureAwait(false);
        var taken = record with { State = isCommitted ? ExportState.Committed : ExportState.Undone, Beat = record.Beat + 1 };
        if (await store.TryWriteAsync(taken, found.ETag, CancellationToken.None).ConfigureAwait(false) is not { } etag) return;
        if (isCommitted) await end.ClearAsync(taken, isLate: true).ConfigureAwait(false);
        else await end.TakeBackAsync(taken).ConfigureAwait(false);
        await store.RemoveAsync(etag).ConfigureAwait(false);
    }

    private LakeException Running(ExportRecordStore store) =>
        Fault.ExportRunning(target.ToString(), target, store.Uri);
}
