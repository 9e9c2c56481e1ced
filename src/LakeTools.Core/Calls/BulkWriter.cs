using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Calls;

/// <summary>
/// Sends a stream of entries to the service in batches, concurrently up to the limit of an <see cref="AdaptiveGate"/>. An
/// entry with a transient failure is sent again; the other entries of its batch are complete. The number of waiting entries is limited.
/// </summary>
/// <param name="send">Sends a batch; returns the failed entries by their position.</param>
/// <param name="report">Gets the result of each entry, on any thread.</param>
/// <param name="pause">Waits between attempts.</param>
/// <param name="gate">Limits the concurrent calls.</param>
internal sealed class BulkWriter(
    Func<IReadOnlyList<LakeGrant>, CancellationToken, Task<IReadOnlyDictionary<int, EntryFailure>>> send,
    Func<EntryResult, CancellationToken, Task> report,
    RetryPause pause,
    AdaptiveGate gate) : IDisposable
{
    /// <summary>The maximum number of entries of a call (API reference, BatchGrantPermissions).</summary>
    public const int BatchSize = 20;

    private const int Capacity = 4 * BatchSize;
    private const int Attempts = 8;
    private const int UnansweredAttempts = 3; // each of them is several of the SDK's own

    private readonly object _lock = new();
    private readonly GrantBatches _batches = new(BatchSize);
    private readonly CancellationTokenSource _stopping = new(); // nothing more is begun
    private readonly CancellationTokenSource _aborting = new(); // what is on its way is cut off
    private readonly List<LakeGrant> _unanswered = [];
    private readonly List<LakeGrant> _unsent = [];
    private TaskCompletionSource _moved = NewSignal();
    private bool _isEnding;
    private Exception? _fault;

    /// <summary>True if so many entries wait that the caller must wait.</summary>
    public bool IsFull
    {
        get { lock (_lock) return _batches.Count >= Capacity && _fault is null; }
    }

    /// <summary>Adds an entry, without waiting.</summary>
    /// <exception cref="LakeException">A call failed with an error that every other call would have.</exception>
    public void Add(LakeGrant grant)
    {
        lock (_lock)
        {
            _batches.Add(grant);
            ThrowFault();
            Start();
        }
    }

    /// <summary>Waits until another entry can be added.</summary>
    public async Task RoomAsync(CancellationToken cancellationToken)
    {
        while (IsFull) await MovedAsync(() => _batches.Count >= Capacity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the remaining entries, and waits until every entry is complete.</summary>
    /// <exception cref="LakeException">A call failed with an error that every other call would have.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _isEnding = true;
            Start();
        }

        await DrainAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock) ThrowFault();
    }

    /// <summary>Starts no further calls, waits a short time for responses, and returns the entries that are not complete.</summary>
    /// <param name="grace">The time to wait for responses.</param>
    /// <returns>The entries without a response, and those that were not sent.</returns>
    public async Task<(IReadOnlyList<LakeGrant> Unanswered, IReadOnlyList<LakeGrant> Unsent)> StopAsync(TimeSpan grace)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _aborting.CancelAfter(grace);
        await DrainAsync(CancellationToken.None).ConfigureAwait(false);
        lock (_lock)
        {
            _unsent.AddRange(_batches.TakeAll());
            return ([.. _unanswered], [.. _unsent]);
        }
    }

    /// <summary>Cancels the calls in progress.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _aborting.Cancel();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool HasRest
    {
        get { lock (_lock) return !_isEnding || _batches.Count > 0; }
    }

    private bool MayBegin => _fault is null && !_stopping.IsCancellationRequested;

    private void ThrowFault()
    {
        if (_fault is not null) throw _fault;
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await MovedAsync(() => gate.Running > 0 || (MayBegin && _batches.Count > 0), cancellationToken).ConfigureAwait(false))
        {
        }
    }

    // Waits for the next batch to end if the condition is true; returns whether it waited.
    private async Task<bool> MovedAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        Task moved;
        lock (_lock)
        {
            if (!condition()) return false;
            moved = _moved.Task;
        }

        await moved.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private void Start()
    {
        while (MayBegin && gate.HasRoom && _batches.Count > 0)
        {
            var batch = _batches.Take(partly: _isEnding || _batches.Count >= Capacity);
            if (batch.Count == 0) return;
            gate.Enter();
            _ = Task.Run(() => RunAsync(batch));
        }
    }

    private async Task RunAsync(List<LakeGrant> batch)
    {
        try
        {
            var left = batch.ConvertAll(grant => new Entry(grant));
            for (var attempt = 1; left.Count > 0 && !_stopping.IsCancellationRequested; attempt++)
            {
                left = await TryAsync(left, attempt).ConfigureAwait(false);
                if (left.Count > 0) await PauseAsync(attempt).ConfigureAwait(false);
            }

            Leave(left);
        }
        catch (Exception fault)
        {
            lock (_lock) _fault ??= fault;
        }
        finally
        {
            lock (_lock)
            {
                _batches.Release(batch);
                gate.Leave();
                Start();
                _moved.SetResult();
                _moved = NewSignal();
            }
        }
    }

    private async Task PauseAsync(int attempt)
    {
        try
        {
            await pause.AfterAsync(attempt, _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped: the entries are not changed.
        }
    }

    // Queues the entries again that can be retried.
    private async Task<List<Entry>> TryAsync(List<Entry> entries, int attempt)
    {
        int epoch;
        lock (_lock) epoch = gate.Epoch;
        IReadOnlyDictionary<int, EntryFailure> failures;
        try
        {
            failures = await send(entries.ConvertAll(entry => entry.Grant), _aborting.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            if (_aborting.IsCancellationRequested) entries.ForEach(entry => entry.WasUnanswered = true);
            Leave(entries);
            if (error is OperationCanceledException && _aborting.IsCancellationRequested) return [];
            throw;
        }

        Learn(failures.Values, entries.Count, epoch);
        var again = new List<Entry>();
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var failure = failures.GetValueOrDefault(index);
            if (failure is { IsTransient: true } && attempt < (failure.IsUnanswered ? UnansweredAttempts : Attempts))
            {
                entry.WasUnanswered |= failure.IsUnanswered;
                again.Add(entry);
                continue;
            }

            await report(new EntryResult(entry.Grant, failure, entry.WasUnanswered), _stopping.Token).ConfigureAwait(false);
        }

        // No response after all retries: the other entries would fail too.
        if (again.Count == 0 && HasRest && failures.Values.FirstOrDefault(failure => failure.IsUnanswered) is { } last)
            throw last.Unanswered(null).EndingPipeline();
        return again;
    }

    // A conflict of one entry with another writer does not reduce the limit; conflicts of half of a batch do.
    private void Learn(IEnumerable<EntryFailure> failures, int count, int epoch)
    {
        var transient = failures.Where(failure => failure.IsTransient).ToList();
        var conflicts = transient.Count(failure => failure.Code == EntryFailure.Conflict);
        lock (_lock)
        {
            if (conflicts < transient.Count || conflicts > count / 2) gate.Strain(epoch);
            else gate.Ease();
        }
    }

    private void Leave(List<Entry> entries)
    {
        lock (_lock)
            foreach (var entry in entries) (entry.WasUnanswered ? _unanswered : _unsent).Add(entry.Grant);
    }

    private sealed class Entry(LakeGrant grant)
    {
        public LakeGrant Grant => grant;

        public bool WasUnanswered { get; set; }
    }
}
