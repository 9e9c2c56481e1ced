using System.Collections.Concurrent;

namespace LakeTools.Local.Store;

/// <summary>
/// Writes on a thread of its own, so nobody's thread stands still while the disk works. Bodies that wait for one another share a
/// commit, because it is the disk that takes the time.
/// </summary>
/// <param name="rent">Gives a connection.</param>
internal sealed class StoreWriter(Func<StoreConnection> rent)
{
    private const int MaxWritesInCommit = 64;

    // The thread ends after this long without work: a lake that lies open costs none.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<PendingWrite> _waiting = [];
    private int _isRunning;

    /// <summary>Has a write done.</summary>
    public void Add(PendingWrite write)
    {
        _waiting.Add(write);
        if (TryBegin()) new Thread(Run) { IsBackground = true, Name = "LakeTools store" }.Start();
    }

    private bool TryBegin() => Interlocked.Exchange(ref _isRunning, 1) == 0;

    private void Run()
    {
        var taken = new List<PendingWrite>(MaxWritesInCommit);
        do
        {
            while (_waiting.TryTake(out var first, s_patience))
            {
                taken.Add(first);
                while (taken.Count < MaxWritesInCommit && _waiting.TryTake(out var next)) taken.Add(next);
                Commit(taken);
                taken.Clear();
            }

            Interlocked.Exchange(ref _isRunning, 0);
        }
        while (_waiting.Count > 0 && TryBegin()); // one may have come in that moment
    }

    private void Commit(List<PendingWrite> writes)
    {
        StoreConnection? connection = null;
        Exception? failure = null;
        try
        {
            connection = rent();
            var session = connection.Begin(writes: true);
            foreach (var write in writes) write.Run(connection, session);
            connection.Commit();
        }
        catch (Exception reason)
        {
            failure = reason;
        }

        // After a failure nobody knows what state the connection is in.
        if (failure is null) connection!.Dispose();
        else connection?.Close();
        foreach (var write in writes) write.Finish(failure);
    }
}
