using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>Exponential backoff with full jitter: the maximum delay doubles with each attempt, and the delay is random, so that clients
/// that failed at the same time do not retry at the same time.</summary>
/// <param name="delay">Waits.</param>
/// <param name="jitter">Gives a number from 0 to 1.</param>
internal sealed class RetryPause(Func<TimeSpan, CancellationToken, Task> delay, Func<double> jitter)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);
    private static readonly RetryPause s_none = new((_, _) => Task.CompletedTask, () => 0);

    /// <summary>Waits by the clock.</summary>
    public static RetryPause ByClock { get; } = new(Task.Delay, Random.Shared.NextDouble);

    /// <summary>Waits by the clock. For a lake with injected faults, it does not wait.</summary>
    /// <param name="transport">The transport of the calls; null for the network.</param>
    public static RetryPause For(HttpClientFactory? transport) =>
        transport is EmbeddedTransport { FaultCount: not null } ? s_none : ByClock;

    /// <summary>Waits after a failed attempt.</summary>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The wait.</returns>
    public Task AfterAsync(int attempt, CancellationToken cancellationToken)
    {
        var longest = Math.Min(s_first.TotalMilliseconds * Math.Pow(2, attempt - 1), s_longest.TotalMilliseconds);
        return delay(TimeSpan.FromMilliseconds(longest * jitter()), cancellationToken);
    }
}
