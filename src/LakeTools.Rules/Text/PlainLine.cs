using System.Globalization;
using System.Text;

namespace LakeTools.Rules.Text;

/// <summary>
/// Text that a terminal shows and does not obey: control characters (C0, DEL and C1) are written as their numbers. Tabs, line feeds, and
/// carriage returns before a line feed stay.
/// </summary>
public static class PlainLine
{
    /// <summary>Returns whether a text has nothing that a terminal obeys.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for plain text.</returns>
    public static bool Is(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return true; // as most texts
        for (var i = 0; i < text.Length; i++)
            if (Steers(text, i)) return false;
        return true;
    }

    /// <summary>Writes control characters as their numbers.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text itself, or such as <c>\u001b[2J</c>.</returns>
    public static string Of(string text)
    {
        if (Is(text)) return text;
        var plain = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Steers(text, i)) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            else plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private static bool Steers(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        '\r' => at + 1 == text.Length || text[at + 1] != '\n',
        _ => char.IsControl(text[at]),
    };
}
