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
    /// <param name="key">What is asked.</param>
    /// <param name="list">Asks the lake.</param>
    /// <returns>The candidates, and whether that is the whole list.</returns>
    public static (IReadOnlyList<Candidate> Found, bool IsAll) InTime(CompletionMemory.Key key,
        Func<CancellationToken, IAsyncEnumerable<Candidate>> list) => CompletionMemory.Of(key, list).After(s_patience);

    /// <summary>What says that a list is not complete; it leaves the word as it is.</summary>
    /// <param name="word">The word as it stands in the line.</param>
    /// <param name="count">How many names were read.</param>
    public static CompletionResult More(string word, int count) => new(word.Length == 0 ? " " : word, "…", CompletionResultType.Text,
        $"This is not the whole list: {count} names were read so far. Type more of the name, or press the key again.");

    /// <summary>The candidates that go on as typed, each once, as PowerShell takes them.</summary>
    public static IReadOnlyList<CompletionResult> Matching(CompletionLine line, IEnumerable<Candidate> candidates)
    {
        var wildcards = line.TakesWildcards;
        return
        [
            .. from candidate in candidates.DistinctBy(candidate => candidate.Name)
               let literal = wildcards ? WildcardPattern.Escape(candidate.Name) : candidate.Name
               where (Begins(candidate.Name, line.Word) || Begins(literal, line.Word)) && !line.IsTyped(candidate.Name)
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
