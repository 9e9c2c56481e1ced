using System.Runtime.CompilerServices;

namespace LakeTools.Core.Calls;

/// <summary>Concurrent calls whose results are returned in the order of their inputs.</summary>
internal static class SideBySide
{
    /// <summary>Runs a function for each item, some of them concurrently.</summary>
    /// <param name="items">The items.</param>
    /// <param name="width">The number of concurrent calls.</param>
    /// <param name="work">The function.</param>
    /// <param name="cancellationToken">Stops all calls. A failure and the end of the reader stop them too.</param>
    /// <returns>The result for each item.</returns>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(IEnumerable<TItem> items, int width,
        Func<TItem, CancellationToken, Task<TResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                if (running.Count == width) yield return await running.Dequeue().ConfigureAwait(false);
                running.Enqueue(work(item, stop.Token));
            }

            while (running.Count > 0) yield return await running.Dequeue().ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
