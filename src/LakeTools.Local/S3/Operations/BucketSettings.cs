using System.Xml;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>
/// What a bucket answers of whose settings nothing was changed: nobody can change them here, and programs that look before they
/// work (Terraform, the console's like) get what a new bucket of AWS says.
/// </summary>
internal static class BucketSettings
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    public static Task<WireResponse> GetBucketVersioning(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "VersioningConfiguration");

    public static Task<WireResponse> GetBucketAccelerateConfiguration(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "AccelerateConfiguration");

    public static Task<WireResponse> GetBucketLogging(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "BucketLoggingStatus");

    public static Task<WireResponse> GetBucketNotificationConfiguration(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "NotificationConfiguration");

    public static Task<WireResponse> GetBucketRequestPayment(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "RequestPaymentConfiguration", xml => xml.Element("Payer", "BucketOwner"));

    /// <summary>Every new object is encrypted with S3's own keys since January 2023.</summary>
    public static Task<WireResponse> GetBucketEncryption(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "ServerSideEncryptionConfiguration", xml => xml.Group("Rule", () =>
        {
            xml.Group("ApplyServerSideEncryptionByDefault", () => xml.Element("SSEAlgorithm", "AES256"));
            xml.Element("BucketKeyEnabled", false);
        }));

    /// <summary>New buckets have no ACLs since April 2023.</summary>
    public static Task<WireResponse> GetBucketOwnershipControls(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "OwnershipControls", xml => xml.Group("Rule", () => xml.Element("ObjectOwnership", "BucketOwnerEnforced")));

    /// <summary>New buckets are closed to the public since April 2023.</summary>
    public static Task<WireResponse> GetPublicAccessBlock(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "PublicAccessBlockConfiguration", xml =>
        {
            foreach (var setting in (string[])["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"])
                xml.Element(setting, true);
        });

    public static Task<WireResponse> GetBucketAcl(S3Call call, CancellationToken cancellationToken) =>
        Answer(call, "AccessControlPolicy", xml => OwnersControl(xml, call));

    public static Task<WireResponse> GetObjectAcl(S3Call call, CancellationToken cancellationToken)
    {
        RequireObject(call);
        return Task.FromResult(S3Answer.Xml("AccessControlPolicy", xml => OwnersControl(xml, call)));
    }

    public static Task<WireResponse> GetBucketPolicy(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchBucketPolicy", "The bucket policy does not exist");

    public static Task<WireResponse> GetBucketPolicyStatus(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchBucketPolicy", "The bucket policy does not exist");

    public static Task<WireResponse> GetBucketTagging(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchTagSet", "The TagSet does not exist");

    public static Task<WireResponse> GetBucketCors(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchCORSConfiguration", "The CORS configuration does not exist");

    public static Task<WireResponse> GetBucketLifecycleConfiguration(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");

    public static Task<WireResponse> GetBucketReplication(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "ReplicationConfigurationNotFoundError", "The replication configuration was not found");

    public static Task<WireResponse> GetBucketWebsite(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration");

    public static Task<WireResponse> GetObjectLockConfiguration(S3Call call, CancellationToken cancellationToken) =>
        NotSet(call, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");

    public static Task<WireResponse> GetObjectRetention(S3Call call, CancellationToken cancellationToken) => NotLocked(call);

    public static Task<WireResponse> GetObjectLegalHold(S3Call call, CancellationToken cancellationToken) => NotLocked(call);

    private static Task<WireResponse> NotLocked(S3Call call)
    {
        RequireObject(call);
        throw S3Error.InvalidRequest("Bucket is missing Object Lock Configuration");
    }

    private static Task<WireResponse> NotSet(S3Call call, string code, string message)
    {
        RequireBucket(call);
        throw new ApiException(code, message, 404);
    }

    private static Task<WireResponse> Answer(S3Call call, string root, Action<XmlWriter>? write = null)
    {
        RequireBucket(call);
        return Task.FromResult(S3Answer.Xml(root, write ?? (_ => { })));
    }

    private static void RequireBucket(S3Call call)
    {
        call.DemandAccount();
        call.Store.Read(session =>
        {
            Buckets.Require(session, call.Bucket);
            return true;
        });
    }

    private static void RequireObject(S3Call call)
    {
        RequireBucket(call);
        ObjectReading.Find(call);
    }

    private static void OwnersControl(XmlWriter xml, S3Call call)
    {
        xml.Group("Owner", () => xml.Element("ID", call.Lake.AccountId));
        xml.Group("AccessControlList", () => xml.Group("Grant", () =>
        {
            xml.Group("Grantee", () =>
            {
                xml.WriteAttributeString("xsi", "type", SchemaInstance, "CanonicalUser");
                xml.Element("ID", call.Lake.AccountId);
            });
            xml.Element("Permission", "FULL_CONTROL");
        }));
    }
}
