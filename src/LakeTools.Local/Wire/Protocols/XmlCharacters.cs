using System.Text;
using System.Xml;

namespace LakeTools.Local.Wire.Protocols;

/// <summary>Text for XML answers.</summary>
internal static class XmlCharacters
{
    /// <summary>The text with a replacement character for each that XML 1.0 cannot hold.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]) ? 2 : XmlConvert.IsXmlChar(text[i])
                ? 1 : 0;
            if (length > 0)
            {
                clean?.Append(text, i, length);
                i += length - 1;
                continue;
            }

            clean ??= new StringBuilder(text, 0, i, text.Length);
            clean.Append('\uFFFD');
        }

        return clean?.ToString() ?? text;
    }
}
