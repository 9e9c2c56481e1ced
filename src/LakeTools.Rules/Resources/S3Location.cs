namespace LakeTools.Rules.Resources;

/// <summary>Locations in S3 as ARNs, and which lies under which.</summary>
public static class S3Location
{
    private const string Scheme = "s3://";
    private const string ArnMark = ":s3:::";

    /// <summary>Says whether a text is an S3 ARN or an s3:// URI that names a bucket.</summary>
    /// <param name="location">The text.</param>
    /// <returns>True where it is.</returns>
    public static bool IsLocation(string? location) => location is not null && PathOf(location) is { Length: > 0 } path && path[0] != '/';

    /// <summary>Makes an ARN of an ARN or URI, without a slash at its end.</summary>
    /// <param name="location">Such as <c>s3://bucket/prefix/</c>.</param>
    /// <param name="partition">The partition where a URI does not say.</param>
    /// <returns>Such as <c>arn:aws:s3:::bucket/prefix</c>; any other text as it is.</returns>
    public static string ToArn(string location, string partition = "aws")
    {
        if (PathOf(location) is not { } path) return location;
        var prefix = location.StartsWith("arn:", StringComparison.Ordinal)
            ? location[..(location.IndexOf(ArnMark, StringComparison.Ordinal) + ArnMark.Length)] : $"arn:{partition}{ArnMark}";
        return prefix + path.TrimEnd('/');
    }

    /// <summary>Makes a URI of an ARN or URI.</summary>
    /// <param name="location">Such as <c>arn:aws:s3:::bucket/prefix</c>.</param>
    /// <returns>Such as <c>s3://bucket/prefix</c>; any other text as it is.</returns>
    public static string ToUri(string location) => PathOf(location) is { } path ? Scheme + path.TrimEnd('/') : location;

    /// <summary>
    /// Says whether a location is the other, or lies under it. Whole path segments count: <c>b/sales2</c> is not under <c>b/sales</c>.
    /// </summary>
    /// <param name="location">An ARN or URI.</param>
    /// <param name="parent">An ARN or URI.</param>
    /// <returns>True where it does.</returns>
    public static bool IsUnder(string location, string parent) =>
        PathOf(location) is { } path && PathOf(parent) is { } root
        && (path.TrimEnd('/') + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>The location itself and every location above it, the nearest first.</summary>
    /// <param name="location">An ARN or URI.</param>
    /// <returns>ARNs; none where the text is no location.</returns>
    public static IEnumerable<string> SelfAndParents(string location)
    {
        if (!IsLocation(location)) yield break;
        var arn = ToArn(location);
        yield return arn;
        for (var slash = arn.LastIndexOf('/'); slash > 0; slash = arn.LastIndexOf('/', slash - 1)) yield return arn[..slash];
    }

    private static string? PathOf(string location)
    {
        if (location.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return location[Scheme.Length..];
        var mark = location.StartsWith("arn:", StringComparison.Ordinal) ? location.IndexOf(ArnMark, StringComparison.Ordinal) : -1;
        return mark < 0 ? null : location[(mark + ArnMark.Length)..];
    }
}
