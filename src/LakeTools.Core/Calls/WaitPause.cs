namespace LakeTools.Core.Calls;

/// <summary>The pauses of a wait that has an end.</summary>
internal static class WaitPause
{
    /// <summary>Waits before the next request.</summary>
    /// <param name="pause">The pause.</param>
    /// <param name="left">The time until the end of the wait. Null if it has none.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>The pause, or what is left.</returns>
    public static Task DelayAsync(TimeSpan pause, TimeSpan? left, CancellationToken cancellationToken) =>
        // A delay is a whole number of milliseconds: a part of one would be none, and the last requests would follow at once.
        Task.Delay(left < pause ? left.Value + TimeSpan.FromMilliseconds(1) : pause, cancellationToken);
}
