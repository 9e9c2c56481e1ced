namespace LakeTools.Local.Wire;

/// <summary>
/// The memory that all bodies of requests may take together, with what is made of them. A request for which there is no room waits
/// until another one is answered.
/// </summary>
internal sealed class BodyBudget
{
    // The memory of a JSON value as a tree, and the maximum number of values in a body. A call with 100 partitions of 500 columns fits.
    private const int BytesPerValue = 256;

    private readonly object _gate = new();
    private readonly List<Waiting> _waiting = [];
    private readonly long _total;
    private long _left;

    /// <summary>Makes a budget.</summary>
    /// <param name="total">Bytes.</param>
    public BodyBudget(long total) => (_total, _left) = (total, total);

    /// <summary>The maximum number of JSON values, form parameters or XML elements in a body.</summary>
    public static int MaxValues { get; } = 500_000;

    /// <summary>Bytes of the lake's own budget.</summary>
    public static long Default { get; } = 256L * 1024 * 1024;

    /// <summary>Takes the room for a body.</summary>
    /// <param name="length">Its bytes, or the most that it may have.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Gives the room back.</returns>
    public async ValueTask<IDisposable> TakeAsync(long length, CancellationToken cancellationToken)
    {
        // The bytes as they come and in one piece; no value is shorter than two bytes with what parts it from the next.
        var cost = Math.Min(_total, (2 * length) + (Math.Min(length / 2, MaxValues) * BytesPerValue));
        var waiting = new Waiting(cost);
        lock (_gate)
        {
            if (TryTake(cost)) return new Lease(this, cost);
            _waiting.Add(waiting);
        }

        await using var cancelled = cancellationToken.Register(() => Leave(waiting, cancellationToken)).ConfigureAwait(false);
        await waiting.Turn.Task.ConfigureAwait(false);
        return new Lease(this, cost);
    }

    private bool TryTake(long cost)
    {
        if (cost > _left) return false;
        _left -= cost;
        return true;
    }

    private void Leave(Waiting waiting, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiting.Remove(waiting)) waiting.Turn.SetCanceled(cancellationToken);
        }
    }

    /// <summary>Admits the requests that fit now, the longest waiting first. A small body need not wait for a large one.</summary>
    private void GiveBack(long cost)
    {
        lock (_gate)
        {
            _left += cost;
            _waiting.RemoveAll(waiting =>
            {
                if (!TryTake(waiting.Cost)) return false;
                waiting.Turn.SetResult();
                return true;
            });
        }
    }

    private sealed class Waiting(long cost)
    {
        public long Cost => cost;

        // The waiting caller continues on another thread, and not within the lock.
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Lease(BodyBudget budget, long cost) : IDisposable
    {
        private int _isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGiven, 1) == 0) budget.GiveBack(cost);
        }
    }
}
