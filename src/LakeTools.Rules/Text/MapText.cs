using System.Text.RegularExpressions;

namespace LakeTools.Rules.Text;

/// <summary>
/// A map as one text, such as a cell of a CSV file: <c>key=value; key=value</c>. A key or value is in backticks if it contains what
/// separates them, or has spaces at its ends, as the delimiters of tables do.
/// </summary>
public static partial class MapText
{
    private const string Mark = "`";

    /// <summary>Writes a pair.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Such as <c>day=monday</c> or <c>field.delim=`;`</c>.</returns>
    public static string Pair(string key, string? value) => $"{Quoted(key, ";=")}={Quoted(value ?? "", ";")}";

    /// <summary>Reads the pairs of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pairs, in their order. Null if a part of the text is not a pair.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>>? Read(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ';' || char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (PairForm().Match(text, at) is not { Success: true } pair) return null;
            pairs.Add(KeyValuePair.Create(Of(pair, "key"), Of(pair, "value")));
            at = pair.Index + pair.Length;
        }

        return pairs;
    }

    private static string Quoted(string text, string separators) =>
        text.AsSpan().IndexOfAny(separators) < 0 && !text.StartsWith(Mark, StringComparison.Ordinal) && text.Trim().Length == text.Length
            ? text : Mark + text.Replace(Mark, Mark + Mark, StringComparison.Ordinal) + Mark;

    private static string Of(Match pair, string part) => pair.Groups[part] is { Success: true } plain ? plain.Value
        : pair.Groups["marked" + part].Value.Replace(Mark + Mark, Mark, StringComparison.Ordinal);

    [GeneratedRegex(
        @"\G(?:`(?<markedkey>(?:[^`]|``)*)`|(?<key>[^;=]*?))\s*=\s*(?:`(?<markedvalue>(?:[^`]|``)*)`|(?<value>[^;]*?))\s*(?:;|\z)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PairForm();
}
