namespace LakeTools.Core.Data.Csv;

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
        if (text.Length is 0 or > LongestText || _asked < 0) return text.ToString();
        if (++_asked == Trial)
        {
            _asked = _found < Trial / 2 ? -1 : 0;
            _found = 0;
        }

        ref var known = ref _known[Place(text)];
        if (known is not null && text.SequenceEqual(known))
        {
            _found++;
            return known;
        }

        return known = text.ToString();
    }

    // The ends and the length tell most texts of a column apart.
    private static int Place(ReadOnlySpan<char> text) =>
        (int)(((((text[0] * 31u) + text[^1]) * 31u) + text[text.Length / 2] + ((uint)text.Length * 7u)) % Places);
}
