namespace LakeTools.Local.Store;

/// <summary>A body that waits for its transaction, which it may share with others.</summary>
internal abstract class PendingWrite
{
    private Exception? _failure;

    /// <summary>Runs the body; if it throws, its writes are rolled back and the transaction continues.</summary>
    public void Run(StoreConnection connection, StoreSession session)
    {
        connection.Run("SAVEPOINT body");
        try
        {
            RunBody(session);
        }
        catch (Exception failure)
        {
            _failure = failure;
            if (!connection.IsInTransaction) throw; // SQLite ended the whole transaction, as where the disk is full
            connection.Run("ROLLBACK TO body");
        }

        connection.Run("RELEASE body");
    }

    /// <summary>Runs the body as the only one of its transaction.</summary>
    /// <returns>False where it threw, and the transaction is to be taken back.</returns>
    public bool RunAlone(StoreSession session)
    {
        try
        {
            RunBody(session);
            return true;
        }
        catch (Exception failure)
        {
            _failure = failure;
            return false;
        }
    }

    /// <summary>Tells who waits how it ended.</summary>
    /// <param name="failure">The reason why nothing of the transaction was kept; null if it was committed. A body that failed keeps
    /// its own reason.</param>
    public void Finish(Exception? failure)
    {
        if ((_failure ?? failure) is { } reason) Fail(reason);
        else Succeed();
    }

    protected abstract void RunBody(StoreSession session);

    protected abstract void Succeed();

    protected abstract void Fail(Exception reason);
}

/// <summary>One that gives a result.</summary>
internal sealed class PendingWrite<T>(Func<StoreSession, T> body) : PendingWrite
{
    // The waiting caller continues on another thread: the writer has the next transaction to begin.
    private readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _end.Task;

    protected override void RunBody(StoreSession session) => _result = body(session);

    protected override void Succeed() => _end.SetResult(_result);

    protected override void Fail(Exception reason) => _end.SetException(reason);
}
