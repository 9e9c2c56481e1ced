using System.Text.RegularExpressions;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// Where a bucket is made: where its request was sent to, which the region of its signature says, or from us-east-1 wherever it names.
/// A record, since the lake answers for all regions. AWS refuses a request that names no region outside of us-east-1; here it is made where
/// the request was sent to, since the SDK for .NET names none at an address that is not AWS's.
/// </summary>
internal static partial class BucketRegion
{
    /// <summary>The region that is no location constraint: a bucket there has none.</summary>
    public const string Classic = "us-east-1";

    private const string Europe = "EU"; // the old name of eu-west-1

    /// <summary>The region of a new bucket.</summary>
    /// <param name="endpoint">The region that the request was sent to.</param>
    /// <param name="constraint">The location constraint that it names; null for none.</param>
    public static string Of(string endpoint, string? constraint)
    {
        if (constraint is Classic || (constraint is not (null or Europe) && !Form().IsMatch(constraint)))
        {
            throw new ApiException("InvalidLocationConstraint", "The specified location-constraint is not valid")
            {
                Details = [("LocationConstraint", constraint)],
            };
        }

        if (endpoint == Classic || constraint is null || constraint == endpoint || (constraint == Europe && endpoint == "eu-west-1"))
            return constraint ?? endpoint;
        throw new ApiException(
            "IllegalLocationConstraintException",
            $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");
    }

    [GeneratedRegex(@"\A[a-z]{2,4}(?:-[a-z]+){1,3}-[0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
