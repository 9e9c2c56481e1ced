using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Names of files for things of a lake, whose names may have signs that a file system does not take.</summary>
internal static class PartName
{
    private const int MaxLength = 100;
    private const int HashLength = 8;

    /// <summary>A name that every file system takes: another one for each thing.</summary>
    /// <param name="thing">The resource's name.</param>
    public static string Of(string thing)
    {
        var name = new StringBuilder();
        foreach (var sign in thing) name.Append(char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.' ? sign : '_');
        var plain = name.ToString().Trim('.');
        if (plain == thing && plain.Length <= MaxLength && !FileNames.IsDevice(plain) && !plain.Any(char.IsAsciiLetterUpper)) return plain;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(thing)))[..HashLength].ToLower(CultureInfo.InvariantCulture);
        return $"_{plain[..Math.Min(plain.Length, MaxLength)]}-{hash}";
    }
}
