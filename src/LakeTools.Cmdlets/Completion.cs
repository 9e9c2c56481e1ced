using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>
/// The rules of completion: what is asked of the lake comes within 300 ms or not at all, for nobody waits at the Tab key, and
/// nothing that goes wrong there is an error. Results are always a list, be it empty: where a completer has no list, PowerShell
/// offers the files of the folder, which are no tables.
/// </summary>
internal static class Completion
{
    private const string Unquoted = @"_-/\.:+=@";

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    /// <summary>What a lake lists within the time that there is.</summary>
    public static IReadOnlyList<Candidate> InTime(Func<CancellationToken, IAsyncEnumerable<Candidate>> list)
    {
        var found = new List<Candidate>();
        // Left to the collector: the work may still look at it when the time is over.
        var stop = new CancellationTokenSource(s_patience);
        var work = Task.Run(async () =>
        {
            await foreach (var candidate in list(stop.Token).WithCancellation(stop.Token).ConfigureAwait(false))
                lock (found) found.Add(candidate);
        }, stop.Token);
        try
        {
            work.Wait(s_patience);
        }
        catch (AggregateException)
        {
            // Whatever went wrong, a person at the prompt wants no error from the Tab key.
        }

        lock (found) return [.. found];
    }

    /// <summary>The candidates that go on as typed, each once, as PowerShell takes them.</summary>
    public static IReadOnlyList<CompletionResult> Matching(CompletionLine line, IEnumerable<Candidate> candidates)
    {
        var wildcards = line.TakesWildcards;
        return
        [
            .. from candidate in candidates.DistinctBy(candidate => candidate.Name)
               let literal = wildcards ? WildcardPattern.Escape(candidate.Name) : candidate.Name
               where Begins(candidate.Name, line.Word) || Begins(literal, line.Word)
               select new CompletionResult(candidate.Code ?? Quote(literal), candidate.Name, CompletionResultType.ParameterValue,
                   string.IsNullOrWhiteSpace(candidate.Tip) ? candidate.Name : candidate.Tip),
        ];
    }

    // What stands without quotes as an argument, and is then the same text.
    private static string Quote(string text)
    {
        var plain = text.Length > 0 && text[0] is not ('-' or '@')
            && text.All(c => char.IsLetterOrDigit(c) || Unquoted.Contains(c, StringComparison.Ordinal));
        return plain ? text : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static bool Begins(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
