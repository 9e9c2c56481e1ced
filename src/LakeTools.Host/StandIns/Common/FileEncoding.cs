using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>An encoding by name, as <c>-Encoding</c> takes it. Without a name: UTF-8 without mark.</summary>
internal static class FileEncoding
{
    public static readonly Encoding Default = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Parse(object? encoding) => (encoding is PSObject wrapped ? wrapped.BaseObject : encoding) switch
    {
        null => Default,
        Encoding given => given,
        int page => Encoding.GetEncoding(page),
        var name => Named(name.ToString() ?? ""),
    };

    private static Encoding Named(string name) => name.ToLowerInvariant() switch
    {
        "" or "utf8" or "utf8nobom" or "default" => Default,
        "utf8bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "ascii" => Encoding.ASCII,
        "unicode" or "utf16" => Encoding.Unicode,
        "bigendianunicode" => Encoding.BigEndianUnicode,
        "utf32" => Encoding.UTF32,
        "oem" or "ansi" or "latin1" => Encoding.Latin1,
        _ => Encoding.GetEncoding(name),
    };
}
