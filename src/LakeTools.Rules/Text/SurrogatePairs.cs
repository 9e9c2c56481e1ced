namespace LakeTools.Rules.Text;

/// <summary>Half of a surrogate pair is no character: it has no bytes in UTF-8, and what encodes it puts U+FFFD in its place.</summary>
internal static class SurrogatePairs
{
    /// <summary>Returns whether a text can be kept in UTF-8 as it is.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False if it has half of a surrogate pair.</returns>
    public static bool AreWhole(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
