using System.Diagnostics;

namespace LakeTools.Cmdlets;

/// <summary>A list of candidates that is being read, or was read.</summary>
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
    /// <param name="list">Reads the list from the lake.</param>
    public CompletionReading(Func<CancellationToken, IAsyncEnumerable<Candidate>> list)
    {
        // Not disposed: the work can still use it after the time limit.
        var stop = new CancellationTokenSource(s_longest);
        _work = Task.Run(async () =>
        {
            await foreach (var candidate in list(stop.Token).WithCancellation(stop.Token).ConfigureAwait(false))
                if (!Add(candidate)) return;
        }, stop.Token);
    }

    /// <summary>The time since the reading began.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_begin);

    /// <summary>True if it ended before the list was complete. The names can be shown, and the next key press reads again.</summary>
    public bool HasFailed => _work.IsFaulted || _work.IsCanceled;

    /// <summary>Waits for the end of the list, with a time limit.</summary>
    /// <param name="patience">The time limit.</param>
    /// <returns>The names that were read, and whether the list is complete.</returns>
    public (IReadOnlyList<Candidate> Found, bool IsAll) After(TimeSpan patience)
    {
        try
        {
            _work.Wait(patience);
        }
        catch (AggregateException)
        {
            // A failure is not shown: the Tab key must not write errors.
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
