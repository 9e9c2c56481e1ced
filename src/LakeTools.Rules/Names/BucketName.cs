using System.Net;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>
/// The rules for names of buckets (S3 User Guide, 'General purpose bucket naming rules'), checked before any call.
/// </summary>
public static class BucketName
{
    private const int Shortest = 3;
    private const int Longest = 63;
    private static readonly string[] s_reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] s_reservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>Checks the name of a bucket, or an alias of an access point, that is to be addressed.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="LakeException"><c>BucketNameInvalid</c>.</exception>
    public static void Check(string name)
    {
        if (Problem(name) is { } fault) throw Invalid(name, fault);
    }

    /// <summary>Checks the name of a bucket that is to be made: aliases and reserved names are none.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="LakeException"><c>BucketNameInvalid</c>.</exception>
    public static void CheckNew(string name)
    {
        Check(name);
        foreach (var prefix in s_reservedPrefixes)
            if (name.StartsWith(prefix, StringComparison.Ordinal)) throw Invalid(name, $"names that begin with {prefix} are reserved");
        foreach (var suffix in s_reservedSuffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal)) throw Invalid(name, $"names that end with {suffix} are reserved");
    }

    /// <summary>What is wrong with a name, in words; null for nothing.</summary>
    internal static string? Problem(string name)
    {
        if (name.Length == 0) return "it is empty";
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c)) return $"it has the capital letter {c}";
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.')) return $"it has the character '{c}'";
        }

        if (name.Length is < Shortest or > Longest) return $"it has {name.Length} characters";
        if (!char.IsAsciiLetterOrDigit(name[0])) return $"it begins with '{name[0]}'";
        if (!char.IsAsciiLetterOrDigit(name[^1])) return $"it ends with '{name[^1]}'";
        if (name.Contains("..", StringComparison.Ordinal)) return "it has two dots in a row";
        return name.Count(c => c == '.') == 3 && IPAddress.TryParse(name, out _) ? "it has the form of an IP address" : null;
    }

    private static LakeException Invalid(string name, string fault) => Fault.BucketNameInvalid(name, fault);
}
