using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Local.Wire.Models;

/// <summary>
/// Reads the patterns of AWS's models, which are written for Java, as .NET expressions over the whole string.
/// Two things differ: \w and \d mean ASCII there, and a class may range over characters beyond U+FFFF, which .NET sees as two.
/// </summary>
internal static class JavaPattern
{
    private const string AsciiWord = "a-zA-Z_0-9";
    private const string AsciiDigit = "0-9";
    private const string Supplementary = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    // The same range as the services' models spell it: as surrogate pairs, or with five and six digits.
    private static readonly string[] s_supplementaryRanges = [@"\uD800\uDC00-\uDBFF\uDFFF", @"\u10000-\u10FFFF"];

    // All patterns known are linear; this bounds one that would not be.
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    public static Regex ToRegex(string pattern) =>
        new(@"\A(?:" + Translate(pattern) + @")\z", RegexOptions.CultureInvariant, s_timeout);

    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '[')
            {
                var end = ClassEnd(pattern, i);
                result.Append(TranslateClass(pattern[i..end]));
                i = end - 1;
            }
            else if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                var escaped = pattern[++i];
                result.Append(escaped switch
                {
                    'w' => $"[{AsciiWord}]",
                    'd' => $"[{AsciiDigit}]",
                    _ => $"\\{escaped}",
                });
            }
            else
            {
                result.Append(pattern[i]);
            }
        }

        return result.ToString();
    }

    private static string TranslateClass(string text)
    {
        var beyond = false;
        foreach (var range in s_supplementaryRanges)
        {
            if (!text.Contains(range, StringComparison.Ordinal)) continue;
            text = text.Replace(range, "", StringComparison.Ordinal);
            beyond = true;
        }

        text = text.Replace(@"\w", AsciiWord, StringComparison.Ordinal).Replace(@"\d", AsciiDigit, StringComparison.Ordinal);
        return beyond ? $"(?:{text}|{Supplementary})" : text;
    }

    /// <summary>The place after the bracket that closes the class which opens at <paramref name="start"/>.</summary>
    private static int ClassEnd(string pattern, int start)
    {
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']') return i + 1;
        }

        throw new FormatException("A class does not end: " + pattern);
    }
}
