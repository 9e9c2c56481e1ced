using System.Globalization;
using System.Text;

namespace LakeTools.Local.Wire;

/// <summary>Percent encoding as RFC 3986 has it and Signature v4 wants it: everything but letters, digits and -_.~ is encoded.</summary>
internal static class FormEncoding
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Reads <c>a=b&amp;c</c>; a name without '=' has an empty value. A plus sign represents itself.</summary>
    public static List<KeyValuePair<string, string>> Parse(string text, bool plusIsSpace = false)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var given = plusIsSpace ? pair.Replace('+', ' ') : pair;
            var at = given.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(at < 0 ? new(Decode(given), "") : new(Decode(given[..at]), Decode(given[(at + 1)..])));
        }

        return parameters;
    }

    /// <summary>Encodes text; slashes too, unless they are kept.</summary>
    public static string Encode(string text, bool keepSlash = false)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' || (keepSlash && c == '/')) result.Append(c);
            else result.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
        }

        return result.ToString();
    }

    /// <summary>Decodes text. A percent sign without two hexadecimal digits represents itself.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var source = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length && TryHex(source[i + 1], source[i + 2], out var value))
            {
                source[length++] = value;
                i += 2;
            }
            else
            {
                source[length++] = source[i];
            }
        }

        return Encoding.UTF8.GetString(source, 0, length);
    }

    private static bool TryHex(byte high, byte low, out byte value)
    {
        Span<char> digits = [(char)high, (char)low];
        return byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
