using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Files;

/// <summary>The encodings of text files: by name, and by the bytes that a file begins with.</summary>
internal static partial class TextEncoding
{
    /// <summary>UTF-8 without a byte order mark, which refuses what is none.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Names of PowerShell and of Java's charsets (SerDe parameters have those) that .NET does not know.
    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf8BOM"] = "utf-8",
        ["utf8NoBOM"] = "utf-8",
        ["bigendianunicode"] = "utf-16BE",
        ["bigendianutf32"] = "utf-32BE",
        ["utf16"] = "utf-16",
        ["utf32"] = "utf-32",
        ["windows-31j"] = "932",
        ["EUC_JP"] = "euc-jp",
        ["ISO8859_1"] = "iso-8859-1",
        ["latin1"] = "iso-8859-1",
    };

    /// <summary>The encoding of a name.</summary>
    /// <param name="name">A name such as <c>windows-1252</c>, <c>Shift-JIS</c>, <c>utf-16</c>, or a code page's number.</param>
    /// <returns>The encoding, which throws if bytes or characters are invalid in it.</returns>
    /// <exception cref="LakeException"><c>EncodingUnknown</c>.</exception>
    public static Encoding Of(string name)
    {
        var wanted = s_names.GetValueOrDefault(name.Trim(), name.Trim());
        if (CodePageName().Match(wanted) is { Success: true } page) wanted = page.Groups[1].Value;
        try
        {
            var encoding = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number)
                : CodePagesEncodingProvider.Instance.GetEncoding(wanted) ?? Encoding.GetEncoding(wanted);
            if (encoding.CodePage == Utf8.CodePage) return Utf8;
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            strict.EncoderFallback = EncoderFallback.ExceptionFallback;
            return strict;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw Fault.EncodingUnknown(name, inner: error);
        }
    }

    /// <summary>Returns whether a line's end is the one byte that Hive looks for, so its SerDes can read text of the encoding.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <returns>False for UTF-16 and UTF-32.</returns>
    public static bool HasPlainLineEnds(Encoding encoding) => encoding.GetBytes("\n") is [(byte)'\n'];

    /// <summary>Returns whether text of an encoding is UTF-8 as it is.</summary>
    /// <param name="encoding">The encoding.</param>
    /// <returns>True for UTF-8 and ASCII.</returns>
    public static bool IsPartOfUtf8(Encoding encoding) => encoding.CodePage is 65001 or 20127;

    /// <summary>
    /// Finds a file's encoding: by its byte order mark, or the zeros of UTF-16 and UTF-32 without one; otherwise the given encoding.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="given">The encoding of the user or the table. Null for UTF-8.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The content behind a byte order mark, and its encoding.</returns>
    public static async Task<(Stream Content, Encoding Encoding)> DetectAsync(Stream stream, Encoding? given,
        CancellationToken cancellationToken)
    {
        var head = new byte[4];
        var count = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var (encoding, mark) = Detect(head.AsSpan(0, count), given);
        return (new PrefixedStream(head.AsMemory(mark..count), stream), encoding);
    }

    /// <summary>Finds a file's encoding by its first four bytes.</summary>
    /// <param name="head">The bytes, or all of a shorter file.</param>
    /// <param name="given">The encoding of the user or the table. Null for UTF-8.</param>
    /// <returns>The encoding, and the length of the byte order mark.</returns>
    public static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> head, Encoding? given)
    {
        (string? name, int mark) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, 0, 0] => ("utf-32", 4),
            [0, 0, 0xFE, 0xFF] => ("utf-32BE", 4),
            [0xFF, 0xFE, ..] => ("utf-16", 2),
            [0xFE, 0xFF, ..] => ("utf-16BE", 2),
            [not 0, 0, 0, 0] when given is null => ("utf-32", 0),
            [not 0, 0, not 0, 0] when given is null => ("utf-16", 0),
            [0, not 0, 0, not 0] when given is null => ("utf-16BE", 0),
            _ => (null, 0),
        };
        return (name is null ? given ?? Utf8 : Of(name), mark);
    }

    [GeneratedRegex(@"\A(?:cp|ms|windows-)(\d{2,5})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodePageName();
}
