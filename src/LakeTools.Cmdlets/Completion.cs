using System.Management.Automation;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>
/// The rules of completion: names of the lake are used if they are read within 300 ms, because users do not wait at the Tab key, and
/// failures are not errors. The result is always a list, which can be empty: if a completer returns null, PowerShell completes file names.
/// </summary>
internal static class Completion
{
    private const string Unquoted = @"_-/\.:+=@";

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    /// <summary>The names that a lake lists within the time limit.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="list">Reads the list from the lake.</param>
    /// <returns>The candidates, and whether the list is complete.</returns>
    public static (IReadOnlyList<Candidate> Found, bool IsAll) InTime(CompletionMemory.Key key,
        Func<CancellationToken, IAsyncEnumerable<Candidate>> list) => CompletionMemory.Of(key, list).After(s_patience);

    /// <summary>The entry for an incomplete list, which does not change the word.</summary>
    /// <param name="word">The word as it is in the line.</param>
    /// <param name="count">The number of names that were read.</param>
    public static CompletionResult More(string word, int count) => new(word.Length == 0 ? " " : word, "…", CompletionResultType.Text,
        $"The list is not complete: {count} names were read. Type more of the name, or press Tab again.");

    /// <summary>The distinct candidates that begin with the word, in the form that PowerShell requires.</summary>
    public static IReadOnlyList<CompletionResult> Matching(CompletionLine line, IEnumerable<Candidate> candidates)
    {
        var (wildcards, splits) = (line.TakesWildcards, line.SplitsText);
        return
        [
            .. from candidate in candidates.DistinctBy(candidate => candidate.Name)
               let literal = wildcards ? Names.Escape(candidate.Name) : candidate.Name
               where (Begins(candidate.Name, line.Word) || Begins(literal, line.Word)) && !line.IsTyped(candidate.Name)
               let code = candidate.Code ?? Quote(splits ? ListText.Item(literal) : literal, line.TakesList)
               select new CompletionResult(code, candidate.Name, CompletionResultType.ParameterValue,
                   string.IsNullOrWhiteSpace(candidate.Tip) ? candidate.Name : candidate.Tip),
        ];
    }

    // Texts that are the same value as an argument without quotes. In a list, PowerShell makes 1 of 1.0.
    private static string Quote(string text, bool isInList)
    {
        var plain = text.Length > 0 && text[0] is not ('-' or '@') && !(isInList && PowerShellNumber.Changes(text))
            && text.All(c => char.IsLetterOrDigit(c) || Unquoted.Contains(c, StringComparison.Ordinal));
        return plain ? text : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static bool Begins(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
