using System.Text.RegularExpressions;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// The region of a new bucket: the region of the request's endpoint, given by its signature, or from us-east-1 any region that it names.
/// A record, since the lake answers for all regions. AWS refuses a request that names no region outside of us-east-1; here it is made where
/// the request was sent to, because the SDK for .NET names none at an address that is not AWS's.
/// </summary>
internal static partial class BucketRegion
{
    /// <summary>The region that is no location constraint: a bucket there has none.</summary>
    public const string Classic = "us-east-1";

    private const string Europe = "EU"; // the old name of eu-west-1

    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2",
        "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1",
        "us-west-2", "cn-north-1", "cn-northwest-1", "us-gov-east-1", "us-gov-west-1", "eusc-de-east-1",
    };

    /// <summary>Whether AWS has a region of that name.</summary>
    public static bool IsKnown(string region) => s_known.Contains(region);

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
