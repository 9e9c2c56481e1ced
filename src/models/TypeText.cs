using System.Globalization;

namespace LakeTools.Models;

/// <summary>
/// A type as a model writes it: <c>string(1..255)~uuid*</c>, <c>[Column](..10)</c>, <c>{string:string}</c> or a name of the model.
/// Kinds are string, integer, long, double, boolean, timestamp, blob, json (any value), and two that a client sees otherwise
/// than the wire: <c>milliseconds</c>, a long that the client gives as a time, and <c>token</c>, a string that it makes where the
/// caller leaves it out, so a call that is sent twice acts once.
/// </summary>
/// <param name="Name">The kind or the name; empty for a list or map.</param>
/// <param name="Minimum">The least length (strings, blobs), count (lists, maps) or value (numbers); null if there is none.</param>
/// <param name="Maximum">The greatest length, count or value; null if there is none.</param>
/// <param name="Pattern">The name of the pattern that the whole string must match; null if there is none.</param>
/// <param name="IsSensitive">True if an error must not repeat the value.</param>
/// <param name="Key">A map's keys; null for others.</param>
/// <param name="Item">The items of a list or the values of a map; null for others.</param>
internal sealed record TypeText(
    string Name,
    double? Minimum = null,
    double? Maximum = null,
    string? Pattern = null,
    bool IsSensitive = false,
    TypeText? Key = null,
    TypeText? Item = null)
{
    /// <summary>Reads a type.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The type.</returns>
    /// <exception cref="FormatException">The text is no type.</exception>
    public static TypeText Parse(string text)
    {
        if (text.Length == 0) throw new FormatException("A list or map says what it holds.");
        if (text[0] is '[' or '{') return ParseCollection(text);
        var (sized, pattern) = Cut(text.TrimEnd('*'), '~');
        var (name, range) = Cut(sized, '(');
        var (minimum, maximum) = ParseRange(range);
        return new TypeText(name, minimum, maximum, pattern.Length == 0 ? null : pattern, text.EndsWith('*'));
    }

    private static TypeText ParseCollection(string text)
    {
        var isList = text[0] == '[';
        var end = text.LastIndexOf(isList ? ']' : '}');
        if (end < 0) throw new FormatException("A bracket does not close.");
        var inner = text[1..end];
        var (minimum, maximum) = ParseRange(text[(end + 1)..].TrimStart('('));
        if (isList) return new TypeText("", minimum, maximum, Item: Parse(inner));
        var (key, value) = Cut(inner, ':');
        return new TypeText("", minimum, maximum, Key: Parse(key), Item: Parse(value));
    }

    private static (double? Minimum, double? Maximum) ParseRange(string range)
    {
        if (range.Length == 0) return (null, null);
        var (minimum, maximum) = Cut(range.TrimEnd(')'), '.');
        return (Number(minimum), Number(maximum.TrimStart('.')));
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static (string Head, string Tail) Cut(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
