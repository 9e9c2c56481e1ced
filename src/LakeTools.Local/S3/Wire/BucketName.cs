using System.Text.RegularExpressions;

namespace LakeTools.Local.S3.Wire;

/// <summary>The naming rules of buckets (Amazon S3 User Guide, 'General purpose bucket naming rules').</summary>
internal static partial class BucketName
{
    private static readonly string[] s_reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] s_reservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>3 to 63 lower-case letters, digits, dots and hyphens; no two dots in a row, no IP address, no reserved word.</summary>
    public static bool IsValid(string name) =>
        Form().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !Address().IsMatch(name)
        && !Array.Exists(s_reservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !Array.Exists(s_reservedSuffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
