using System.Text;

namespace LakeTools.Core.Data.Rows;

/// <summary>
/// Makes one string of texts that come again, as they do in most columns. It remembers few, so that memory does not grow with the file.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Places = 256;
    private const int LongestText = 64;

    // After so many texts it is decided whether to remember on: with fewer repeats than half, it costs more than it brings.
    private const int Trial = 4096;

    private readonly string[] _known = new string[Places];
    private int _asked;
    private int _found;

    /// <summary>The string of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A string of it, perhaps one that was returned before.</returns>
    public string Of(ReadOnlySpan<char> text)
    {
        if (!IsAsked(text.Length)) return text.ToString();
        ref var known = ref _known[Place(text[0], text[^1], text[text.Length / 2], text.Length)];
        if (known is null || !text.SequenceEqual(known)) return known = text.ToString();
        _found++;
        return known;
    }

    /// <summary>The string of a text.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="encoding">Decodes it, or throws.</param>
    /// <returns>A string of it, perhaps one that was returned before.</returns>
    public string Of(ReadOnlySpan<byte> text, UTF8Encoding encoding)
    {
        if (!IsAsked(text.Length)) return encoding.GetString(text);
        ref var known = ref _known[Place(text[0], text[^1], text[text.Length / 2], text.Length)];
        if (known is null || !Ascii.Equals(text, known)) return known = encoding.GetString(text);
        _found++;
        return known;
    }

    private bool IsAsked(int length)
    {
        if (length is 0 or > LongestText || _asked < 0) return false;
        if (++_asked < Trial) return true;
        _asked = _found < Trial / 2 ? -1 : 0;
        _found = 0;
        return true;
    }

    // The ends, the middle and the length tell most texts of a column apart.
    private static int Place(uint first, uint last, uint middle, int length) =>
        (int)((((first * 31) + last) * 31) + middle + ((uint)length * 7)) & (Places - 1);
}
