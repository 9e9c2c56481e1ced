using System.Text.RegularExpressions;

namespace LakeTools.Rules.Resources;

/// <summary>Locations in S3 as ARNs, and which is under which.</summary>
/// <remarks>
/// Keys are taken as they are, as S3 takes them: <c>..</c>, <c>//</c> and percent signs are characters like any other. Hadoop's schemes
/// s3a and s3n name the same objects as s3.
/// </remarks>
public static partial class S3Location
{
    private const string Scheme = "s3://";

    private static readonly string[] s_schemes =
        ["s3://", "S3://", "s3a://", "s3A://", "S3a://", "S3A://", "s3n://", "s3N://", "S3n://", "S3N://"];

    private static readonly string[] s_partitions =
        ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    /// <summary>Compares texts by the place that they name: an ARN, a URI, and one with a slash at its end may be the same.</summary>
    public static IEqualityComparer<string> SamePlace { get; } = EqualityComparer<string>.Create(
        (one, other) => one is not null && other is not null && ToUri(one) == ToUri(other),
        text => ToUri(text).GetHashCode(StringComparison.Ordinal));

    /// <summary>Returns whether a text is an S3 ARN or an s3:// URI that names a bucket.</summary>
    /// <param name="location">The text.</param>
    /// <returns>True if it is.</returns>
    public static bool IsLocation(string? location) => location is not null && PathOf(location) is { Length: > 0 } path && path[0] != '/';

    /// <summary>Makes an ARN of an ARN or URI, without a slash at its end.</summary>
    /// <param name="location">Such as <c>s3://bucket/prefix/</c>.</param>
    /// <param name="partition">The partition, which a URI does not say.</param>
    /// <returns>Such as <c>arn:aws:s3:::bucket/prefix</c>; any other text as it is.</returns>
    public static string ToArn(string location, string partition)
    {
        if (PathOf(location) is not { } path) return location;
        if (Arn().Match(location) is { Success: true } arn) partition = arn.Groups["partition"].Value;
        return $"arn:{partition}:s3:::{path.TrimEnd('/')}";
    }

    /// <summary>Makes a URI of an ARN or URI.</summary>
    /// <param name="location">Such as <c>arn:aws:s3:::bucket/prefix</c>.</param>
    /// <returns>Such as <c>s3://bucket/prefix</c>; any other text as it is.</returns>
    public static string ToUri(string location) => PathOf(location) is { } path ? Scheme + path.TrimEnd('/') : location;

    /// <summary>
    /// The ways to write a place, without a slash at its end: the schemes in upper and lower case, and ARNs of the partitions of AWS.
    /// </summary>
    /// <param name="location">An ARN or URI.</param>
    /// <returns>URIs and ARNs; the text itself if it is not a location.</returns>
    public static IReadOnlyList<string> Spellings(string location) => PathOf(location)?.TrimEnd('/') is not { } path ? [location]
        : [.. s_schemes.Select(scheme => scheme + path), .. s_partitions.Select(partition => $"arn:{partition}:s3:::{path}")];

    /// <summary>
    /// Returns whether a location is the other, or is under it. Whole path segments count: <c>b/sales2</c> is not under <c>b/sales</c>.
    /// </summary>
    /// <param name="location">An ARN or URI.</param>
    /// <param name="parent">An ARN or URI.</param>
    /// <returns>True if it does.</returns>
    public static bool IsUnder(string location, string parent) =>
        PathOf(location) is { } path && PathOf(parent) is { } root
        && (path.TrimEnd('/') + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>The location itself and every location above it, the nearest first.</summary>
    /// <param name="location">An ARN.</param>
    /// <returns>ARNs; none if the text is not the ARN of a location.</returns>
    public static IEnumerable<string> SelfAndParents(string location)
    {
        if (!IsLocation(location) || !Arn().IsMatch(location)) yield break;
        var arn = location.TrimEnd('/');
        yield return arn;
        for (var slash = arn.LastIndexOf('/'); slash > 0; slash = arn.LastIndexOf('/', slash - 1)) yield return arn[..slash];
    }

    private static string? PathOf(string location)
    {
        if (Arn().Match(location) is { Success: true } arn) return arn.Groups["path"].Value;
        return Uri().Match(location) is { Success: true } uri ? uri.Groups["path"].Value : null;
    }

    [GeneratedRegex(@"\Aarn:(?<partition>aws(-[a-z]+)*):s3:::(?<path>.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Arn();

    [GeneratedRegex(@"\As3[an]?://(?<path>.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uri();
}
