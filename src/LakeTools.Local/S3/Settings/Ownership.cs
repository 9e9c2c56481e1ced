using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>The object ownership of a bucket, which determines whether access control lists are enabled.</summary>
internal static class Ownership
{
    /// <summary>The setting.</summary>
    public const string Setting = "ownershipControls";

    /// <summary>The bucket's owner owns all, and there are no lists: of new buckets since April 2023.</summary>
    public const string Enforced = "BucketOwnerEnforced";

    private static readonly string[] s_known = ["BucketOwnerPreferred", "ObjectWriter", Enforced];

    /// <summary>Whether there is such an ownership.</summary>
    public static bool IsKnown(string ownership) => s_known.Contains(ownership);

    /// <summary>Throws for controls that S3 does not take; gives their record.</summary>
    public static string Check(S3Call call, StoreSession session, XmlBody body)
    {
        if (body.Children("Rule").ToList() is not [var rule] || rule.Text("ObjectOwnership") is not { } ownership || !IsKnown(ownership))
            throw S3Error.MalformedXml();
        if (ownership == Enforced && S3Settings.Find(session, call.Bucket, Acl.Setting) is not null)
        {
            throw new ApiException("InvalidBucketAclWithObjectOwnership",
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        }

        return body.ToRecord();
    }

    /// <summary>The record of an ownership.</summary>
    public static string ToRecord(string ownership) => $"<Rule><ObjectOwnership>{ownership}</ObjectOwnership></Rule>";

    /// <summary>A bucket's ownership. Without controls the writer owns.</summary>
    public static string Of(StoreSession session, string bucket) => S3Settings.Find(session, bucket, Setting) switch
    {
        null => Enforced,
        S3Settings.Deleted => "ObjectWriter",
        var record => XmlBody.OfRecord(record).Required("Rule").RequiredText("ObjectOwnership"),
    };
}
