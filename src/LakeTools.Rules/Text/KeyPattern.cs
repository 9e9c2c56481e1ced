using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Rules.Text;

/// <summary>
/// A key with wildcards, as PowerShell writes them: <c>*</c> any characters (slashes too), <c>?</c> one, <c>[a-c]</c> one
/// of a set, and a backtick before a character that means itself.
/// </summary>
internal sealed class KeyPattern
{
    private readonly Regex? _regex;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    public KeyPattern(string text)
    {
        var prefix = new StringBuilder();
        var regex = new StringBuilder("^");
        var hasWildcards = false;
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '[' ? text.IndexOf(']', i + 1) : -1;
            if (text[i] is '*' or '?')
            {
                hasWildcards = true;
                regex.Append(text[i] == '*' ? ".*" : ".");
            }
            else if (close > i + 1)
            {
                hasWildcards = true;
                regex.Append('[').Append(Set(text[(i + 1)..close])).Append(']');
                i = close;
            }
            else
            {
                if (text[i] == '`' && i + 1 < text.Length) i++;
                if (!hasWildcards) prefix.Append(text[i]);
                regex.Append(Regex.Escape(text[i].ToString()));
            }
        }

        Prefix = prefix.ToString();
        if (hasWildcards) _regex = new Regex(regex.Append("\\z")
            .ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>What every key that matches begins with; the key itself where there are no wildcards.</summary>
    public string Prefix { get; }

    /// <summary>True where the pattern matches more than one key.</summary>
    public bool HasWildcards => _regex is not null;

    /// <summary>Tells whether a key is meant. Upper and lower case differ, as in S3.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True for a match.</returns>
    public bool IsMatch(string key) => _regex?.IsMatch(key) ?? key == Prefix;

    // Within a set only the dash keeps its meaning.
    private static string Set(string characters) => Regex.Replace(characters, @"[\[\]\\^&]", @"\$0");
}
