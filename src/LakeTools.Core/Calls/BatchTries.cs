namespace LakeTools.Core.Calls;

/// <summary>Sends the items of a batch, and again those that a service has not done for a reason that passes.</summary>
internal static class BatchTries
{
    private const int Attempts = 8;

    /// <summary>Sends the items.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="send">Sends some of them, and returns the failures by the position in what was sent.</param>
    /// <param name="pause">Waits between attempts.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    /// <returns>The failures that are left, by the position of the item.</returns>
    public static async Task<IReadOnlyDictionary<int, EntryFailure>> SendAsync<T>(IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, Task<IReadOnlyDictionary<int, EntryFailure>>> send, RetryPause pause, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<int, EntryFailure>();
        var left = Enumerable.Range(0, items.Count).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var failed = await send(left.ConvertAll(index => items[index])).ConfigureAwait(false);
            for (var place = 0; place < left.Count; place++)
            {
                failures.Remove(left[place]);
                if (failed.TryGetValue(place, out var failure)) failures.Add(left[place], failure);
            }

            left = [.. failures.Where(one => one.Value.IsTransient).Select(one => one.Key).Order()];
            if (left.Count == 0 || attempt == Attempts) return failures;
            await pause.AfterAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Assigns the failures of a response to the items of its request. A failure that names no item is one of every item that has none of
    /// its own: which of them it is, is not known, and none may be taken for done.
    /// </summary>
    /// <param name="count">The number of items.</param>
    /// <param name="failures">The failures, with the position of the item; -1 if it is not known.</param>
    /// <returns>The failures by position.</returns>
    public static IReadOnlyDictionary<int, EntryFailure> ByItem(int count, IEnumerable<(int Index, EntryFailure Failure)> failures)
    {
        var found = new Dictionary<int, EntryFailure>();
        EntryFailure? ofAny = null;
        foreach (var (index, failure) in failures)
        {
            if (index < 0 || index >= count) ofAny = failure;
            else found[index] = failure;
        }

        if (ofAny is not null)
            for (var index = 0; index < count; index++) found.TryAdd(index, ofAny);
        return found;
    }
}
