namespace LakeTools.Rules.Text;

/// <summary>Finds what somebody meant who mistyped a word.</summary>
public static class Spelling
{
    // Nobody mistypes a word of this length, and comparing takes length times length steps.
    private const int LongestWord = 256;

    /// <summary>The known word nearest to a typed one, or null if none is near: more than a third of its letters differ.</summary>
    /// <param name="typed">The mistyped word.</param>
    /// <param name="known">The words that there are.</param>
    /// <returns>The word, or null.</returns>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        if (typed.Length > LongestWord) return null;
        var (upper, most) = (typed.ToUpperInvariant(), Math.Max(1, typed.Length / 3));
        var best = known.Where(word => Math.Abs(word.Length - typed.Length) <= most)
            .Select(word => (Word: word, Distance: Distance(upper, word.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Distance <= most ? best.Word : null;
    }

    /// <summary>The end of an error for a mistyped word: empty if nothing is near.</summary>
    /// <param name="typed">The mistyped word.</param>
    /// <param name="known">The words that there are.</param>
    /// <returns>Text that begins with a space, or none.</returns>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        Nearest(typed, known) is { } meant ? $" Did you mean {meant}?" : "";

    // Edits: insert, delete, replace, and two neighbours swapped.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
