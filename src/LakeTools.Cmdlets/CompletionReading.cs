using System.Diagnostics;

namespace LakeTools.Cmdlets;

/// <summary>A list of candidates that is being read, or that was.</summary>
internal sealed class CompletionReading
{
    private const int MostNames = 20_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Candidate> _found = [];
    private readonly Task _work;
    private bool _isCut;

    /// <summary>Begins to read.</summary>
    /// <param name="list">Asks the lake.</param>
    public CompletionReading(Func<CancellationToken, IAsyncEnumerable<Candidate>> list)
    {
        // Left to the collector: the work may still look at it when the time is over.
        var stop = new CancellationTokenSource(s_longest);
        _work = Task.Run(async () =>
        {
            await foreach (var candidate in list(stop.Token).WithCancellation(stop.Token).ConfigureAwait(false))
                if (!Add(candidate)) return;
        }, stop.Token);
    }

    /// <summary>How long ago the reading began.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_begin);

    /// <summary>True where it ended without the whole list; what was read may be shown, and the next key asks again.</summary>
    public bool HasFailed => _work.IsFaulted || _work.IsCanceled;

    /// <summary>Waits for the end of the list, but not long.</summary>
    /// <param name="patience">How long.</param>
    /// <returns>What was read until now, and whether that is all.</returns>
    public (IReadOnlyList<Candidate> Found, bool IsAll) After(TimeSpan patience)
    {
        try
        {
            _work.Wait(patience);
        }
        catch (AggregateException)
        {
            // Whatever went wrong, a person at the prompt wants no error from the Tab key.
        }

        lock (_found) return ([.. _found], _work.IsCompletedSuccessfully && !_isCut);
    }

    private bool Add(Candidate candidate)
    {
        lock (_found)
        {
            if (!_names.Add(candidate.Name)) return true;
            _found.Add(candidate);
            _isCut = _found.Count >= MostNames;
            return !_isCut;
        }
    }
}
