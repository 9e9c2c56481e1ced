namespace LakeTools.Rules.Rows;

/// <summary>
/// SQL's LIKE: <c>%</c> represents any text, <c>_</c> one character; case-sensitive. Takes at most length times length steps.
/// </summary>
public static class LikePattern
{
    /// <summary>Returns whether a pattern fits a text as a whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>True if it does.</returns>
    public static bool Matches(string text, string pattern)
    {
        var (at, next) = (0, 0);
        var (percent, retry) = (-1, 0); // the last % of the pattern, and where in the text it was last tried to end
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
            {
                (percent, retry) = (next++, at);
            }
            else if (next < pattern.Length && pattern[next] == '_')
            {
                at += CharacterLength(text, at);
                next++;
            }
            else if (next < pattern.Length && pattern[next] == text[at])
            {
                at++;
                next++;
            }
            else if (percent >= 0)
            {
                retry += CharacterLength(text, retry);
                (at, next) = (retry, percent + 1);
            }
            else
            {
                return false;
            }
        }

        while (next < pattern.Length && pattern[next] == '%') next++;
        return next == pattern.Length;
    }

    private static int CharacterLength(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
