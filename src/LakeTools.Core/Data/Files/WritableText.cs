using System.Collections;
using System.Text;

namespace LakeTools.Core.Data.Files;

/// <summary>Returns whether texts can be written in an encoding without a character becoming another.</summary>
internal static class WritableText
{
    /// <summary>Looks at a value, and at all texts within it.</summary>
    /// <param name="value">A cell's value.</param>
    /// <param name="encoding">What is written in; throws where a character is none of it.</param>
    /// <returns>False if some text cannot be written.</returns>
    public static bool IsWritable(object? value, Encoding encoding) => value switch
    {
        null or ValueType and not DataRow or byte[] => true,
        string text => IsWritable(text, encoding),
        DataRow row => row.ColumnNames.All(name => IsWritable(name, encoding)) && row.Values.All(part => IsWritable(part, encoding)),
        IDictionary map => map.Cast<DictionaryEntry>().All(entry => IsWritable(entry.Key, encoding) && IsWritable(entry.Value, encoding)),
        IEnumerable items => items.Cast<object?>().All(item => IsWritable(item, encoding)),
        _ => true,
    };

    private static bool IsWritable(string text, Encoding encoding)
    {
        var isUnicode = encoding.CodePage == TextEncoding.Utf8.CodePage;
        if (isUnicode ? text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 : Ascii.IsValid(text)) return true;
        try
        {
            encoding.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
