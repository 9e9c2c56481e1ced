using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Permissions.Tags;

/// <summary>Changes the values of an LF-Tag with as many calls as that requires.</summary>
/// <param name="key">The tag.</param>
/// <param name="call">Makes a call, which adds and removes values.</param>
internal sealed class TagUpdate(string key, Func<IReadOnlyList<string>, IReadOnlyList<string>, CancellationToken, Task> call)
{
    /// <summary>Source: API reference, LFTag.</summary>
    public const int ValuesPerCall = 50;

    /// <summary>Source: API reference, LFTag. The quota can be raised, so more are tried too.</summary>
    public const int ValuesPerTag = 1000;

    private readonly List<string> _added = [];
    private int _removedCount;

    /// <summary>
    /// Changes the values. If a call fails before anything was removed, the added values are removed again.
    /// </summary>
    /// <param name="count">The number of values that the tag has.</param>
    /// <param name="coming">The values to add, which the tag does not have.</param>
    /// <param name="going">The values to remove, which the tag has.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ChangedPartly</c>, and what the service rejects.</exception>
    public async Task RunAsync(int count, IReadOnlyCollection<string> coming, IReadOnlyCollection<string> going,
        CancellationToken cancellationToken)
    {
        try
        {
            if (coming.Count is > 0 and <= ValuesPerCall && going.Count is > 0 and <= ValuesPerCall)
            {
                await call([.. coming], [.. going], cancellationToken).ConfigureAwait(false);
                return;
            }

            await RunAsync(count, new Queue<string[]>(coming.Chunk(ValuesPerCall)), new Queue<string[]>(going.Chunk(ValuesPerCall)),
                Math.Max(ValuesPerTag, Math.Max(count, count + coming.Count - going.Count)), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (_added.Count + _removedCount > 0)
        {
            if (await TryTakeBackAsync().ConfigureAwait(false) || error is OperationCanceledException) throw;
            throw Fault.ChangedPartly(key, $"{_added.Count} values of the LF-Tag '{key}' were added and {_removedCount} removed",
                "the others were not", LaterStep.Translated(error, key).Message, inner: error);
        }
    }

    // Values are added before others are removed, as far as the tag has room: so it is never without a value.
    private async Task RunAsync(int count, Queue<string[]> coming, Queue<string[]> going, int most, CancellationToken cancellationToken)
    {
        while (coming.Count + going.Count > 0)
        {
            if (coming.TryPeek(out var batch) && (count + batch.Length <= most || going.Count == 0))
            {
                await call(coming.Dequeue(), [], cancellationToken).ConfigureAwait(false);
                _added.AddRange(batch);
                count += batch.Length;
            }
            else
            {
                batch = going.Dequeue();
                await call([], batch, cancellationToken).ConfigureAwait(false);
                _removedCount += batch.Length;
                count -= batch.Length;
            }
        }
    }

    // A removed value cannot be restored: the grants on it are gone.
    private async Task<bool> TryTakeBackAsync()
    {
        if (_removedCount > 0) return false;
        try
        {
            foreach (var batch in _added.Chunk(ValuesPerCall)) await call([], batch, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is LakeException || SdkErrors.CanTranslate(error))
        {
            return false;
        }
    }
}
