using System.Text;

namespace LakeTools.Rules.Text;

/// <summary>
/// A text with wildcards. As PowerShell writes them: <c>*</c> any characters (slashes too), <c>?</c> one, <c>[a-c]</c> one of a set, and
/// a backtick before a literal character. Matching takes at most length times length steps, whatever the pattern.
/// </summary>
public sealed class KeyPattern
{
    private readonly List<Part> _parts = [];
    private readonly bool _ignoreCase;

    /// <summary>Reads a pattern as PowerShell writes it. Upper and lower case differ, as in S3.</summary>
    /// <param name="text">The pattern.</param>
    public KeyPattern(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '[' ? text.IndexOf(']', i + 1) : -1;
            if (text[i] is '*' or '?')
            {
                _parts.Add(new Part(text[i] == '*' ? Kind.Any : Kind.One));
            }
            else if (close > i + 1)
            {
                _parts.Add(new Part(Kind.Set, Set: text[(i + 1)..close]));
                i = close;
            }
            else
            {
                if (text[i] == '`' && i + 1 < text.Length) i++;
                _parts.Add(new Part(Kind.Character, text[i]));
            }
        }

        Prefix = Beginning(_parts);
    }

    private KeyPattern(List<Part> parts, bool ignoreCase) => (_parts, _ignoreCase, Prefix) = (parts, ignoreCase, Beginning(parts));

    private enum Kind
    {
        Character,
        One,
        Set,
        Any,
    }

    /// <summary>The common beginning of all texts that match; the text itself if there are no wildcards.</summary>
    public string Prefix { get; }

    /// <summary>True if the pattern matches more than one text.</summary>
    public bool HasWildcards => Prefix.Length < _parts.Count;

    /// <summary>The pattern that a text alone matches.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with a backtick before each character that would be a wildcard.</returns>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => c is '*' or '?' or '[' or '`' ? $"`{c}" : c.ToString()));

    /// <summary>Reads a pattern as AWS's policies and filters write it: <c>*</c> and <c>?</c>, no sets and no escape.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="ignoreCase">True if letters in upper and lower case are the same.</param>
    /// <returns>The pattern.</returns>
    public static KeyPattern OfAws(string text, bool ignoreCase = false) => new(
        [.. text.Select(character => character switch
        {
            '*' => new Part(Kind.Any),
            '?' => new Part(Kind.One),
            _ => new Part(Kind.Character, character),
        })],
        ignoreCase);

    /// <summary>Returns whether the pattern fits a text as a whole.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if it does.</returns>
    public bool IsMatch(string text)
    {
        var (at, next) = (0, 0);
        var (any, retry) = (-1, 0); // the last * of the pattern, and where in the text it was last tried to end
        while (at < text.Length)
        {
            if (next < _parts.Count && _parts[next].Kind == Kind.Any)
            {
                (any, retry) = (next++, at);
            }
            else if (next < _parts.Count && Fits(_parts[next], text[at]))
            {
                at++;
                next++;
            }
            else if (any >= 0)
            {
                (at, next) = (++retry, any + 1);
            }
            else
            {
                return false;
            }
        }

        while (next < _parts.Count && _parts[next].Kind == Kind.Any) next++;
        return next == _parts.Count;
    }

    private static string Beginning(List<Part> parts)
    {
        var prefix = new StringBuilder();
        foreach (var part in parts.TakeWhile(part => part.Kind == Kind.Character)) prefix.Append(part.Character);
        return prefix.ToString();
    }

    private bool Fits(Part part, char character) => part.Kind switch
    {
        Kind.One => true,
        Kind.Set => IsIn(part.Set!, character),
        _ => part.Character == character
            || (_ignoreCase && char.ToUpperInvariant(part.Character) == char.ToUpperInvariant(character)),
    };

    // Within a set only the dash between two characters keeps its meaning.
    private static bool IsIn(string set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (character >= set[i] && character <= set[i + 2]) return true;
                i += 2;
            }
            else if (set[i] == character)
            {
                return true;
            }
        }

        return false;
    }

    // A class: the runtime has lists of classes compiled ahead, and of a struct of ours it does not.
    private sealed record Part(Kind Kind, char Character = '\0', string? Set = null);
}
