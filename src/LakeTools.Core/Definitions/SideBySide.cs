using System.Runtime.CompilerServices;

namespace LakeTools.Core.Definitions;

/// <summary>Asks many questions a few at a time, and gives the answers in the order of the questions.</summary>
internal static class SideBySide
{
    private const int Width = 8; // well within what the services take of one caller

    public static async IAsyncEnumerable<TResult> MapAsync<T, TResult>(IEnumerable<T> items, Func<T, CancellationToken, Task<TResult>> ask,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = new Queue<Task<TResult>>(Width);
        foreach (var item in items)
        {
            if (asked.Count == Width) yield return await asked.Dequeue().ConfigureAwait(false);
            asked.Enqueue(ask(item, cancellationToken));
        }

        while (asked.TryDequeue(out var next)) yield return await next.ConfigureAwait(false);
    }
}
