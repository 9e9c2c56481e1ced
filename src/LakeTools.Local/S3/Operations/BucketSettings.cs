using System.Globalization;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>The settings of buckets that are records, and what a new bucket answers of each.</summary>
internal static class BucketSettings
{
    /// <summary>The header with the least size of objects that lifecycle rules move.</summary>
    public const string TransitionSize = "x-amz-transition-default-minimum-object-size";

    private const string TransitionSetting = "lifecycle-transition";
    private const string AllStorageClasses = "all_storage_classes_128K";

    private static readonly string[] s_transitionSizes = [AllStorageClasses, "varies_by_storage_class"];

    private static readonly BucketSetting s_accelerate = new("accelerate", "AccelerateConfiguration", "AccelerateConfiguration")
    {
        Check = (call, _, body) => body.Text("Status") is not ("Enabled" or "Suspended")
            ? throw S3Error.MalformedXml()
            : call.Bucket.Contains('.', StringComparison.Ordinal)
            ? throw S3Error.InvalidRequest("S3 Transfer Acceleration is not supported for buckets with periods (.) in their names")
            : body.ToRecord(),
    };

    private static readonly BucketSetting s_cors = new("cors", "CORSConfiguration", "BucketCORS")
    {
        Missing = ("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
        Check = (_, _, body) => CorsRules.Check(body),
    };

    /// <summary>Every new object is encrypted with S3's own keys since January 2023.</summary>
    private static readonly BucketSetting s_encryption = new("encryption", "ServerSideEncryptionConfiguration", "EncryptionConfiguration")
    {
        ByDefault = "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>"
            + "<BucketKeyEnabled>false</BucketKeyEnabled></Rule>",
        Check = (_, _, body) => Encryption.Check(body),
    };

    private static readonly BucketSetting s_lifecycle = new("lifecycle", "LifecycleConfiguration", "LifecycleConfiguration")
    {
        Missing = ("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
        Check = (_, _, body) => LifecycleRules.Check(body),
    };

    private static readonly BucketSetting s_logging = new("logging", "BucketLoggingStatus", "BucketLogging")
    {
        Check = LoggingTarget.Check,
    };

    private static readonly BucketSetting s_notification = new("notification", "NotificationConfiguration", "BucketNotification")
    {
        Check = (_, _, body) => Notifications.Check(body),
    };

    private static readonly BucketSetting s_ownership = new(Ownership.Setting, "OwnershipControls", "BucketOwnershipControls")
    {
        ByDefault = Ownership.ToRecord(Ownership.Enforced),
        Missing = ("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
        IsRemovable = true,
        Check = Ownership.Check,
    };

    private static readonly BucketSetting s_publicAccess = new(
        PublicAccess.Setting, "PublicAccessBlockConfiguration", "BucketPublicAccessBlock")
    {
        ByDefault = PublicAccess.ByDefault,
        Missing = ("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"),
        IsRemovable = true,
        Check = (_, _, body) => PublicAccess.Check(body),
    };

    private static readonly BucketSetting s_replication = new("replication", "ReplicationConfiguration", "ReplicationConfiguration")
    {
        Missing = ("ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
        Check = ReplicationRules.Check,
    };

    private static readonly BucketSetting s_requestPayment = new("requestPayment", "RequestPaymentConfiguration", "BucketRequestPayment")
    {
        ByDefault = "<Payer>BucketOwner</Payer>",
        Check = (_, _, body) => body.Text("Payer") is "BucketOwner" or "Requester" ? body.ToRecord() : throw S3Error.MalformedXml(),
    };

    private static readonly BucketSetting s_tagging = new("tagging", "Tagging", "BucketTagging")
    {
        Missing = ("NoSuchTagSet", "The TagSet does not exist"),
        Check = (_, _, body) => ObjectTags.OfBucket(ObjectTags.In(body)).Count == 0 ? null : body.ToRecord(),
    };

    private static readonly BucketSetting s_website = new("website", "WebsiteConfiguration", "BucketWebsite")
    {
        Missing = ("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
        Check = (_, _, body) => WebsiteRules.Check(body),
    };

    public static Task<WireResponse> GetBucketAccelerateConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_accelerate.Get(call);

    public static Task<WireResponse> PutBucketAccelerateConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_accelerate.PutAsync(call, cancellationToken);

    public static Task<WireResponse> GetBucketCors(S3Call call, CancellationToken cancellationToken) => s_cors.Get(call);

    public static Task<WireResponse> PutBucketCors(S3Call call, CancellationToken cancellationToken) =>
        s_cors.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketCors(S3Call call, CancellationToken cancellationToken) => s_cors.DeleteAsync(call);

    public static Task<WireResponse> GetBucketEncryption(S3Call call, CancellationToken cancellationToken) => s_encryption.Get(call);

    public static Task<WireResponse> PutBucketEncryption(S3Call call, CancellationToken cancellationToken) =>
        s_encryption.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketEncryption(S3Call call, CancellationToken cancellationToken) =>
        s_encryption.DeleteAsync(call);

    public static async Task<WireResponse> GetBucketLifecycleConfiguration(S3Call call, CancellationToken cancellationToken)
    {
        var response = await s_lifecycle.Get(call).ConfigureAwait(false);
        response.Headers[TransitionSize] =
            call.Store.Read(session => S3Settings.Find(session, call.Bucket, TransitionSetting)) ?? AllStorageClasses;
        return response;
    }

    public static async Task<WireResponse> PutBucketLifecycleConfiguration(S3Call call, CancellationToken cancellationToken)
    {
        var size = call.Request.Header(TransitionSize) ?? AllStorageClasses;
        if (!s_transitionSizes.Contains(size)) throw S3Error.InvalidRequest($"Invalid TransitionDefaultMinimumObjectSize found: {size}");
        var response = await s_lifecycle.PutAsync(call, cancellationToken).ConfigureAwait(false);
        await call.Store.WriteAsync(session =>
        {
            S3Settings.Put(session, call.Bucket, TransitionSetting, size);
            return true;
        }).ConfigureAwait(false);
        response.Headers[TransitionSize] = size;
        return response;
    }

    public static Task<WireResponse> DeleteBucketLifecycle(S3Call call, CancellationToken cancellationToken) =>
        s_lifecycle.DeleteAsync(call);

    public static Task<WireResponse> GetBucketLogging(S3Call call, CancellationToken cancellationToken) => s_logging.Get(call);

    public static Task<WireResponse> PutBucketLogging(S3Call call, CancellationToken cancellationToken) =>
        s_logging.PutAsync(call, cancellationToken);

    public static Task<WireResponse> GetBucketNotificationConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_notification.Get(call);

    public static Task<WireResponse> PutBucketNotificationConfiguration(S3Call call, CancellationToken cancellationToken) =>
        s_notification.PutAsync(call, cancellationToken);

    public static Task<WireResponse> GetBucketOwnershipControls(S3Call call, CancellationToken cancellationToken) => s_ownership.Get(call);

    public static Task<WireResponse> PutBucketOwnershipControls(S3Call call, CancellationToken cancellationToken) =>
        s_ownership.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketOwnershipControls(S3Call call, CancellationToken cancellationToken) =>
        s_ownership.DeleteAsync(call);

    public static Task<WireResponse> GetPublicAccessBlock(S3Call call, CancellationToken cancellationToken) => s_publicAccess.Get(call);

    public static Task<WireResponse> PutPublicAccessBlock(S3Call call, CancellationToken cancellationToken) =>
        s_publicAccess.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeletePublicAccessBlock(S3Call call, CancellationToken cancellationToken) =>
        s_publicAccess.DeleteAsync(call);

    public static Task<WireResponse> GetBucketReplication(S3Call call, CancellationToken cancellationToken) => s_replication.Get(call);

    public static Task<WireResponse> PutBucketReplication(S3Call call, CancellationToken cancellationToken) =>
        s_replication.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketReplication(S3Call call, CancellationToken cancellationToken) =>
        s_replication.DeleteAsync(call);

    public static Task<WireResponse> GetBucketRequestPayment(S3Call call, CancellationToken cancellationToken) =>
        s_requestPayment.Get(call);

    public static Task<WireResponse> PutBucketRequestPayment(S3Call call, CancellationToken cancellationToken) =>
        s_requestPayment.PutAsync(call, cancellationToken);

    public static Task<WireResponse> GetBucketTagging(S3Call call, CancellationToken cancellationToken) => s_tagging.Get(call);

    public static Task<WireResponse> PutBucketTagging(S3Call call, CancellationToken cancellationToken) =>
        s_tagging.PutAsync(call, cancellationToken, status: 204);

    public static Task<WireResponse> DeleteBucketTagging(S3Call call, CancellationToken cancellationToken) => s_tagging.DeleteAsync(call);

    public static Task<WireResponse> GetBucketWebsite(S3Call call, CancellationToken cancellationToken) => s_website.Get(call);

    public static Task<WireResponse> PutBucketWebsite(S3Call call, CancellationToken cancellationToken) =>
        s_website.PutAsync(call, cancellationToken);

    public static Task<WireResponse> DeleteBucketWebsite(S3Call call, CancellationToken cancellationToken) =>
        s_website.DeleteAsync(call, "s3:DeleteBucketWebsite");

    /// <summary>No bucket of the lake has object lock: a request to make one with it is refused.</summary>
    public static Task<WireResponse> GetObjectLockConfiguration(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => call.DemandSetting(session, "s3:GetBucketObjectLockConfiguration"));
        throw S3Error.NotSet(
            "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket", call.Bucket);
    }

    public static Task<WireResponse> GetObjectRetention(S3Call call, CancellationToken cancellationToken) => NotLocked(call);

    public static Task<WireResponse> GetObjectLegalHold(S3Call call, CancellationToken cancellationToken) => NotLocked(call);

    /// <summary>Sets the tags of a new bucket.</summary>
    public static void PutTags(StoreSession session, string bucket, XmlBody configuration)
    {
        if (configuration.Child("Tags") is null) return;
        var tags = ObjectTags.OfBucket(ObjectTags.In(configuration, "Tags"));
        if (tags.Count > 0)
            S3Settings.Put(session, bucket, s_tagging.Name, $"<TagSet>{configuration.Required("Tags").ToRecord()}</TagSet>");
    }

    private static Task<WireResponse> NotLocked(S3Call call)
    {
        call.DemandAccount();
        ObjectReading.Find(call);
        throw S3Error.InvalidRequest("Bucket is missing Object Lock Configuration");
    }
}
