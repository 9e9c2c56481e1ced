using System.Text.RegularExpressions;

namespace LakeTools.Local.Logs;

/// <summary>
/// A filter pattern of terms: all plain terms must be in the line, one of those with ? must, and none of those with -.
/// A term with blanks is in quotes. Case counts.
/// </summary>
internal sealed partial class LogFilterPattern
{
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];
    private readonly List<string> _none = [];

    private LogFilterPattern()
    {
    }

    /// <summary>Reads a pattern; null if it is one of JSON or columns, which a lake does not know.</summary>
    public static LogFilterPattern? Parse(string text)
    {
        if (text.TrimStart() is ['{' or '[' or '%', ..]) return null;
        var pattern = new LogFilterPattern();
        foreach (Match match in TermPattern().Matches(text))
        {
            var term = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\\"", "\"") : match.Groups["bare"].Value;
            var terms = match.Groups["sign"].Value switch { "?" => pattern._any, "-" => pattern._none, _ => pattern._all };
            terms.Add(term);
        }

        return pattern;
    }

    public bool Matches(string line) =>
        _all.All(term => line.Contains(term, StringComparison.Ordinal))
        && (_any.Count == 0 || _any.Any(term => line.Contains(term, StringComparison.Ordinal)))
        && !_none.Any(term => line.Contains(term, StringComparison.Ordinal));

    [GeneratedRegex("""(?<sign>[?-]?)(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^\s"]+))""")]
    private static partial Regex TermPattern();
}
