namespace LakeTools.Local.Store;

/// <summary>
/// Runs writes, one commit after another. A write without a predecessor runs on its caller's thread: to pass it to another thread and
/// back takes as long as a small write. A dedicated thread takes the writes that arrive while the disk works, so no other is blocked,
/// and these writes share a commit, since the disk takes the time.
/// </summary>
/// <param name="rent">Gives a connection.</param>
internal sealed class StoreWriter(Func<StoreConnection> rent)
{
    private const int MaxWritesInCommit = 64;

    // The thread ends after this long without work: a lake that lies open costs none.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<PendingWrite> _waiting = new();
    private bool _isBusy; // somebody commits
    private bool _isHandedOver; // and it is the thread
    private bool _hasThread;

    /// <summary>Has a write done.</summary>
    public void Add(PendingWrite write)
    {
        lock (_gate)
        {
            if (_isBusy)
            {
                _waiting.Enqueue(write);
                return;
            }

            _isBusy = true;
        }

        // Work that a write starts, such as a query, is not its caller's: it starts without the caller's context, as on the thread.
        if (ExecutionContext.IsFlowSuppressed())
        {
            Commit([write]);
        }
        else
        {
            using (ExecutionContext.SuppressFlow()) Commit([write]);
        }

        HandOver();
    }

    // The thread takes the writes that arrived in the meantime.
    private void HandOver()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isBusy = false;
                return;
            }

            _isHandedOver = true;
            if (_hasThread)
            {
                Monitor.Pulse(_gate);
                return;
            }

            _hasThread = true;
        }

        new Thread(Run) { IsBackground = true, Name = "LakeTools store" }.UnsafeStart();
    }

    private void Run()
    {
        var taken = new List<PendingWrite>(MaxWritesInCommit);
        while (TryTake(taken)) Commit(taken);
    }

    /// <summary>Takes what waits, and waits for it.</summary>
    /// <returns>False where nothing came for so long that the thread is to end.</returns>
    private bool TryTake(List<PendingWrite> taken)
    {
        taken.Clear();
        lock (_gate)
        {
            while (true)
            {
                while (taken.Count < MaxWritesInCommit && _isHandedOver && _waiting.TryDequeue(out var next)) taken.Add(next);
                if (taken.Count > 0) return true;
                if (_isHandedOver) _isBusy = _isHandedOver = false;
                if (Monitor.Wait(_gate, s_patience) || _isHandedOver) continue;
                _hasThread = false;
                return false;
            }
        }
    }

    private void Commit(List<PendingWrite> writes)
    {
        StoreConnection? connection = null;
        Exception? failure = null;
        try
        {
            connection = rent();
            var session = connection.Begin(writes: true);
            if (writes is not [var alone])
            {
                foreach (var write in writes) write.Run(connection, session);
                connection.Commit();
            }
            else if (alone.RunAlone(session))
            {
                connection.Commit();
            }
            else
            {
                connection.Rollback();
            }
        }
        catch (Exception reason)
        {
            failure = reason;
        }

        // After a failure the state of the connection is unknown.
        if (failure is null) connection!.Dispose();
        else connection?.Close();
        foreach (var write in writes) write.Finish(failure);
    }
}
