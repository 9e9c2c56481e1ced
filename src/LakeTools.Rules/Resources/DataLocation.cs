using System.Text.RegularExpressions;

namespace LakeTools.Rules.Resources;

/// <summary>
/// Places that Lake Formation guards: those in S3, and by their ARNs table buckets of S3 Tables, datashares and namespaces of Redshift, and
/// the Glue connections of federated catalogs.
/// </summary>
/// <remarks>
/// Source: developer guide, 'Enable Lake Formation with S3 Tables integration', 'Registering an Amazon S3 table bucket in another account',
/// 'Creating Amazon Redshift federated catalogs', 'Creating a federated catalog using an AWS Glue connection'.
/// </remarks>
public static partial class DataLocation
{
    private const string Everything = ":bucket/*";

    /// <summary>Returns whether a text names such a place.</summary>
    /// <param name="location">The text.</param>
    /// <returns>True if it is an S3 ARN or URI, or one of the other ARNs.</returns>
    public static bool IsLocation(string? location) => S3Location.IsLocation(location) || IsElsewhere(location);

    /// <summary>Returns whether a text names such a place that is not in S3.</summary>
    /// <param name="location">The text.</param>
    /// <returns>True if it is an ARN of S3 Tables, Redshift or a connection.</returns>
    public static bool IsElsewhere(string? location) => location is not null && Elsewhere().IsMatch(location);

    /// <summary>Returns whether a text with wildcards can name such places.</summary>
    /// <param name="pattern">Such as <c>s3://lake-*</c> or <c>arn:aws:s3tables:*</c>.</param>
    /// <returns>True if it can.</returns>
    public static bool IsPattern(string pattern) => IsLocation(pattern) || ElsewherePattern().IsMatch(pattern);

    /// <summary>
    /// Returns whether a location is the other, or is under it. <c>bucket/*</c> of S3 Tables holds every table bucket there.
    /// </summary>
    /// <param name="location">An ARN, or a URI of S3.</param>
    /// <param name="parent">An ARN, or a URI of S3.</param>
    /// <returns>True if it does.</returns>
    public static bool IsUnder(string location, string parent) => S3Location.IsUnder(location, parent)
        || (IsElsewhere(location) && SelfAndParents(location).Contains(parent));

    /// <summary>The location itself and every location above it, the nearest first.</summary>
    /// <param name="location">An ARN.</param>
    /// <returns>ARNs; none if the text is not the ARN of a location.</returns>
    public static IEnumerable<string> SelfAndParents(string location)
    {
        if (!IsElsewhere(location)) return S3Location.SelfAndParents(location);
        var bucket = location.IndexOf(":bucket/", StringComparison.Ordinal);
        return bucket < 0 || location.EndsWith(Everything, StringComparison.Ordinal) ? [location]
            : [location, location[..bucket] + Everything];
    }

    [GeneratedRegex(@"\Aarn:aws(-[a-z]+)*:(s3tables|redshift(-serverless)?|glue):.+\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ElsewherePattern();

    [GeneratedRegex(
        @"\Aarn:aws(-[a-z]+)*:(s3tables:[a-z0-9-]+:\d{12}:bucket/(\*|[a-z0-9][a-z0-9_-]{1,61}[a-z0-9])"
            + @"|redshift(-serverless)?:[a-z0-9-]+:\d{12}:(namespace|datashare|catalog|cluster)[:/][^\s]+"
            + @"|glue:[a-z0-9-]+:\d{12}:connection/[^\s/]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
