using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>How long to wait before something is tried again: twice as long each time, and anything between nothing and that, so that
/// those who failed together do not come back together.</summary>
/// <param name="delay">Waits.</param>
/// <param name="jitter">Gives a number from 0 to 1.</param>
internal sealed class RetryPause(Func<TimeSpan, CancellationToken, Task> delay, Func<double> jitter)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);
    private static readonly RetryPause s_none = new((_, _) => Task.CompletedTask, () => 0);

    /// <summary>Waits by the clock.</summary>
    public static RetryPause ByClock { get; } = new(Task.Delay, Random.Shared.NextDouble);

    /// <summary>Waits by the clock; before a lake with faults that were asked for, not at all.</summary>
    /// <param name="transport">What carries the calls; null for the network.</param>
    public static RetryPause For(HttpClientFactory? transport) =>
        transport is EmbeddedTransport { FaultCount: not null } ? s_none : ByClock;

    /// <summary>Waits after an attempt that failed.</summary>
    /// <param name="attempt">Which it was, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The wait.</returns>
    public Task AfterAsync(int attempt, CancellationToken cancellationToken)
    {
        var longest = Math.Min(s_first.TotalMilliseconds * Math.Pow(2, attempt - 1), s_longest.TotalMilliseconds);
        return delay(TimeSpan.FromMilliseconds(longest * jitter()), cancellationToken);
    }
}
