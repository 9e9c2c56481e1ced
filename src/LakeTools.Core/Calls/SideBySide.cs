using System.Runtime.CompilerServices;

namespace LakeTools.Core.Calls;

/// <summary>Several calls at once, their answers in the order of the questions.</summary>
internal static class SideBySide
{
    /// <summary>Does work for each item, some at a time.</summary>
    /// <param name="items">The items.</param>
    /// <param name="width">How many at a time.</param>
    /// <param name="work">What to do with one.</param>
    /// <param name="cancellationToken">Stops all; so does a failure, and the end of the reader.</param>
    /// <returns>What the work gave, item by item.</returns>
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
