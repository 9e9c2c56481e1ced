using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>The base of the cmdlets that carry objects: several at the same time, each with its own error.</summary>
public abstract class TransferCmdlet : LakeCmdlet
{
    /// <summary>Carries every item.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="options">The transfer options, with the number of concurrent transfers.</param>
    /// <param name="target">The object at fault where an item fails.</param>
    /// <param name="carry">Carries an item.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The items that were carried, in their order.</returns>
    protected async Task<IReadOnlyList<T>> CarryAsync<T>(IReadOnlyList<T> items, TransferOptions options, Func<T, object> target,
        Func<T, CancellationToken, Task> carry, CancellationToken cancellationToken)
    {
        var isCarried = new bool[items.Count];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = options.Files, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), sideBySide, async (i, token) =>
            isCarried[i] = await TryAsync(() => carry(items[i], token), target(items[i])).ConfigureAwait(false)).ConfigureAwait(false);
        return items.Where((_, i) => isCarried[i]).ToList();
    }

    /// <summary>Emits the objects that were made.</summary>
    /// <param name="uris">Their addresses.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The work.</returns>
    protected async Task WriteObjectsAsync(IEnumerable<S3Uri> uris, CancellationToken cancellationToken)
    {
        foreach (var uri in uris)
            await TryAsync(async () => WriteObject(await ObjectListing.GetAsync(Lake, uri, cancellationToken).ConfigureAwait(false)), uri)
                .ConfigureAwait(false);
    }
}
