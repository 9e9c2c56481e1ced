using LakeTools.Core.Calls;
using LakeTools.Rules.Permissions;

namespace LakeTools.Tests.Permissions;

/// <summary>
/// A service that takes a number of calls a second and refuses the others, in time that passes when everybody waits: an hour of it takes
/// as long as the work of its calls. Each call that a writer has under way waits for an answer or pauses, so that time goes on once as
/// many wait as the gate has let in.
/// </summary>
/// <param name="rate">How many calls a second it takes; as many at once after a pause.</param>
/// <param name="latency">How long an answer takes.</param>
/// <param name="gate">The writer's gate.</param>
internal sealed class VirtualService(double rate, TimeSpan latency, AdaptiveGate gate)
{
    private readonly double _rate = rate;
    private static readonly EntryFailure s_throttled = new("ThrottledException", "slow down");
    private static readonly IReadOnlyDictionary<int, EntryFailure> s_allDone = new Dictionary<int, EntryFailure>();

    private readonly object _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, TimeSpan> _waiting = new();
    private readonly Random _random = new(22);
    private TimeSpan _refilled;
    private double _tokens = rate;

    /// <summary>What the clock of the service says.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How many calls were made.</summary>
    public int Calls { get; private set; }

    /// <summary>How many of them were refused.</summary>
    public int Throttled { get; private set; }

    /// <summary>The pauses of a writer, in the time of the service.</summary>
    public RetryPause Pause => new((time, _) => After(time), () =>
    {
        lock (_lock) return _random.NextDouble();
    });

    /// <summary>Answers a call.</summary>
    /// <param name="batch">Its entries.</param>
    /// <returns>The entries that were refused: all or none.</returns>
    public async Task<IReadOnlyDictionary<int, EntryFailure>> SendAsync(IReadOnlyList<LakeGrant> batch)
    {
        bool isTaken;
        lock (_lock)
        {
            Calls++;
            _tokens = Math.Min(_rate, _tokens + ((Now - _refilled).TotalSeconds * _rate));
            _refilled = Now;
            isTaken = _tokens >= 1;
            if (isTaken) _tokens--;
            else Throttled++;
        }

        await After(latency);
        return isTaken ? s_allDone : Enumerable.Range(0, batch.Count).ToDictionary(index => index, _ => s_throttled);
    }

    /// <summary>Lets time pass until a task is done.</summary>
    /// <param name="work">The task.</param>
    /// <returns>The task.</returns>
    public async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            TaskCompletionSource? due = null;
            lock (_lock)
            {
                if (_waiting.Count > 0 && _waiting.Count == gate.Running && _waiting.TryDequeue(out due, out var time)) Now = time;
            }

            due?.SetResult();
            await Task.Yield();
        }

        await work;
    }

    private Task After(TimeSpan time)
    {
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _waiting.Enqueue(due, Now + time);
        return due.Task;
    }
}
