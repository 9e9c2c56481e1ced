using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Operations;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3;

/// <summary>
/// Finds the operation of a request, by its method, by whether it names a bucket and a key, by a query word, and by whether it copies.
/// </summary>
internal static class S3Routes
{
    private const string CopySourceHeader = "x-amz-copy-source";
    private const string Copy = "+copy";
    private const string ListType = "list-type";
    private const string WithId = "+id";

    private static readonly string[] s_bypass = ["x-amz-bypass-governance-retention"];
    private static readonly string[] s_lists = ["x-amz-optional-object-attributes"];

    private static readonly Dictionary<(string Method, Level Level, string Word), S3Route> s_routes = new()
    {
        [("GET", Level.Service, "")] = Of(BucketOperations.ListBuckets),
        [("PUT", Level.Bucket, "")] = Of(BucketOperations.CreateBucket, S3Headers.Body, S3Headers.Acl,
            ["x-amz-object-ownership", "x-amz-bucket-object-lock-enabled"]),
        [("HEAD", Level.Bucket, "")] = Of(BucketOperations.HeadBucket),
        [("DELETE", Level.Bucket, "")] = Of(BucketOperations.DeleteBucket),
        [("GET", Level.Bucket, "location")] = Of(BucketOperations.GetBucketLocation),
        [("GET", Level.Bucket, "accelerate")] = Of(BucketSettings.GetBucketAccelerateConfiguration),
        [("PUT", Level.Bucket, "accelerate")] = Of(BucketSettings.PutBucketAccelerateConfiguration, S3Headers.Body),
        [("GET", Level.Bucket, "acl")] = Of(AclOperations.GetBucketAcl),
        [("PUT", Level.Bucket, "acl")] = Of(AclOperations.PutBucketAcl, S3Headers.Body, S3Headers.Acl),
        [("GET", Level.Bucket, "analytics")] = Of(BucketConfigurations.ListBucketAnalyticsConfigurations),
        [("GET", Level.Bucket, "analytics" + WithId)] = Of(BucketConfigurations.GetBucketAnalyticsConfiguration),
        [("PUT", Level.Bucket, "analytics")] = Of(BucketConfigurations.PutBucketAnalyticsConfiguration, S3Headers.Body),
        [("DELETE", Level.Bucket, "analytics")] = Of(BucketConfigurations.DeleteBucketAnalyticsConfiguration),
        [("GET", Level.Bucket, "intelligent-tiering")] = Of(BucketConfigurations.ListBucketIntelligentTieringConfigurations),
        [("GET", Level.Bucket, "intelligent-tiering" + WithId)] = Of(BucketConfigurations.GetBucketIntelligentTieringConfiguration),
        [("PUT", Level.Bucket, "intelligent-tiering")] = Of(BucketConfigurations.PutBucketIntelligentTieringConfiguration, S3Headers.Body),
        [("DELETE", Level.Bucket, "intelligent-tiering")] = Of(BucketConfigurations.DeleteBucketIntelligentTieringConfiguration),
        [("GET", Level.Bucket, "inventory")] = Of(BucketConfigurations.ListBucketInventoryConfigurations),
        [("GET", Level.Bucket, "inventory" + WithId)] = Of(BucketConfigurations.GetBucketInventoryConfiguration),
        [("PUT", Level.Bucket, "inventory")] = Of(BucketConfigurations.PutBucketInventoryConfiguration, S3Headers.Body),
        [("DELETE", Level.Bucket, "inventory")] = Of(BucketConfigurations.DeleteBucketInventoryConfiguration),
        [("GET", Level.Bucket, "metrics")] = Of(BucketConfigurations.ListBucketMetricsConfigurations),
        [("GET", Level.Bucket, "metrics" + WithId)] = Of(BucketConfigurations.GetBucketMetricsConfiguration),
        [("PUT", Level.Bucket, "metrics")] = Of(BucketConfigurations.PutBucketMetricsConfiguration, S3Headers.Body),
        [("DELETE", Level.Bucket, "metrics")] = Of(BucketConfigurations.DeleteBucketMetricsConfiguration),
        [("GET", Level.Bucket, "cors")] = Of(BucketSettings.GetBucketCors),
        [("PUT", Level.Bucket, "cors")] = Of(BucketSettings.PutBucketCors, S3Headers.Body),
        [("DELETE", Level.Bucket, "cors")] = Of(BucketSettings.DeleteBucketCors),
        [("GET", Level.Bucket, "encryption")] = Of(BucketSettings.GetBucketEncryption),
        [("PUT", Level.Bucket, "encryption")] = Of(BucketSettings.PutBucketEncryption, S3Headers.Body),
        [("DELETE", Level.Bucket, "encryption")] = Of(BucketSettings.DeleteBucketEncryption),
        [("GET", Level.Bucket, "lifecycle")] = Of(BucketSettings.GetBucketLifecycleConfiguration),
        [("PUT", Level.Bucket, "lifecycle")] = Of(BucketSettings.PutBucketLifecycleConfiguration, S3Headers.Body,
            [BucketSettings.TransitionSize]),
        [("DELETE", Level.Bucket, "lifecycle")] = Of(BucketSettings.DeleteBucketLifecycle),
        [("GET", Level.Bucket, "logging")] = Of(BucketSettings.GetBucketLogging),
        [("PUT", Level.Bucket, "logging")] = Of(BucketSettings.PutBucketLogging, S3Headers.Body),
        [("GET", Level.Bucket, "notification")] = Of(BucketSettings.GetBucketNotificationConfiguration),
        [("PUT", Level.Bucket, "notification")] = Of(BucketSettings.PutBucketNotificationConfiguration, S3Headers.Body,
            ["x-amz-skip-destination-validation"]),
        [("GET", Level.Bucket, "object-lock")] = Of(BucketSettings.GetObjectLockConfiguration),
        [("GET", Level.Bucket, "ownershipControls")] = Of(BucketSettings.GetBucketOwnershipControls),
        [("PUT", Level.Bucket, "ownershipControls")] = Of(BucketSettings.PutBucketOwnershipControls, S3Headers.Body),
        [("DELETE", Level.Bucket, "ownershipControls")] = Of(BucketSettings.DeleteBucketOwnershipControls),
        [("GET", Level.Bucket, "policy")] = Of(PolicyOperations.GetBucketPolicy),
        [("PUT", Level.Bucket, "policy")] = Of(PolicyOperations.PutBucketPolicy, S3Headers.Body,
            ["x-amz-confirm-remove-self-bucket-access"]),
        [("DELETE", Level.Bucket, "policy")] = Of(PolicyOperations.DeleteBucketPolicy),
        [("GET", Level.Bucket, "policyStatus")] = Of(PolicyOperations.GetBucketPolicyStatus),
        [("GET", Level.Bucket, "publicAccessBlock")] = Of(BucketSettings.GetPublicAccessBlock),
        [("PUT", Level.Bucket, "publicAccessBlock")] = Of(BucketSettings.PutPublicAccessBlock, S3Headers.Body),
        [("DELETE", Level.Bucket, "publicAccessBlock")] = Of(BucketSettings.DeletePublicAccessBlock),
        [("GET", Level.Bucket, "replication")] = Of(BucketSettings.GetBucketReplication),
        [("PUT", Level.Bucket, "replication")] = Of(BucketSettings.PutBucketReplication, S3Headers.Body),
        [("DELETE", Level.Bucket, "replication")] = Of(BucketSettings.DeleteBucketReplication),
        [("GET", Level.Bucket, "requestPayment")] = Of(BucketSettings.GetBucketRequestPayment),
        [("PUT", Level.Bucket, "requestPayment")] = Of(BucketSettings.PutBucketRequestPayment, S3Headers.Body),
        [("GET", Level.Bucket, "tagging")] = Of(BucketSettings.GetBucketTagging),
        [("PUT", Level.Bucket, "tagging")] = Of(BucketSettings.PutBucketTagging, S3Headers.Body),
        [("DELETE", Level.Bucket, "tagging")] = Of(BucketSettings.DeleteBucketTagging),
        [("GET", Level.Bucket, "versioning")] = Of(VersioningOperations.GetBucketVersioning),
        [("PUT", Level.Bucket, "versioning")] = Of(VersioningOperations.PutBucketVersioning, S3Headers.Body),
        [("GET", Level.Bucket, "website")] = Of(BucketSettings.GetBucketWebsite),
        [("PUT", Level.Bucket, "website")] = Of(BucketSettings.PutBucketWebsite, S3Headers.Body),
        [("DELETE", Level.Bucket, "website")] = Of(BucketSettings.DeleteBucketWebsite),
        [("GET", Level.Bucket, "")] = Of(ListOperations.ListObjects, s_lists),
        [("GET", Level.Bucket, ListType)] = Of(ListOperations.ListObjectsV2, s_lists),
        [("GET", Level.Bucket, "versions")] = Of(VersioningOperations.ListObjectVersions, s_lists),
        [("GET", Level.Bucket, "uploads")] = Of(MultipartListing.ListMultipartUploads),
        [("POST", Level.Bucket, "")] = Of(PostOperations.PostObject),
        [("POST", Level.Bucket, "delete")] = Of(DeleteOperations.DeleteObjects, S3Headers.Body, s_bypass),
        [("GET", Level.Object, "")] = OfVersion(ReadOperations.GetObject, ["x-amz-checksum-mode"]),
        [("HEAD", Level.Object, "")] = OfVersion(ReadOperations.HeadObject, ["x-amz-checksum-mode"]),
        [("PUT", Level.Object, "")] = Of(WriteOperations.PutObject, S3Headers.Body, S3Headers.Description),
        [("PUT", Level.Object, Copy)] = Of(CopyOperations.CopyObject, S3Headers.Description, S3Headers.CopySource,
            ["x-amz-metadata-directive", "x-amz-tagging-directive", "x-amz-checksum-algorithm"]),
        [("DELETE", Level.Object, "")] = OfVersion(DeleteOperations.DeleteObject, s_bypass),
        [("GET", Level.Object, "attributes")] = OfVersion(AttributeOperations.GetObjectAttributes,
            ["x-amz-object-attributes", "x-amz-max-parts", "x-amz-part-number-marker"]),
        [("GET", Level.Object, "acl")] = OfVersion(AclOperations.GetObjectAcl),
        [("PUT", Level.Object, "acl")] = OfVersion(AclOperations.PutObjectAcl, S3Headers.Body, S3Headers.Acl),
        [("GET", Level.Object, "legal-hold")] = OfVersion(BucketSettings.GetObjectLegalHold),
        [("GET", Level.Object, "retention")] = OfVersion(BucketSettings.GetObjectRetention),
        [("GET", Level.Object, "tagging")] = OfVersion(TaggingOperations.GetObjectTagging),
        [("PUT", Level.Object, "tagging")] = OfVersion(TaggingOperations.PutObjectTagging, S3Headers.Body),
        [("DELETE", Level.Object, "tagging")] = OfVersion(TaggingOperations.DeleteObjectTagging),
        [("POST", Level.Object, "uploads")] = Of(MultipartOperations.CreateMultipartUpload, S3Headers.Description,
            ["x-amz-checksum-algorithm", "x-amz-checksum-type"]),
        [("PUT", Level.Object, "uploadId")] = Of(MultipartOperations.UploadPart, S3Headers.Body),
        [("PUT", Level.Object, "uploadId" + Copy)] = Of(MultipartOperations.UploadPartCopy, S3Headers.CopySource,
            ["x-amz-copy-source-range"]),
        [("POST", Level.Object, "uploadId")] = Of(CompleteUpload.CompleteMultipartUpload, S3Headers.Body,
            ["x-amz-checksum-type", "x-amz-mp-object-size"]),
        [("DELETE", Level.Object, "uploadId")] = Of(MultipartOperations.AbortMultipartUpload),
        [("GET", Level.Object, "uploadId")] = Of(MultipartListing.ListParts),
        [("POST", Level.Object, "select")] = Of(SelectOperations.SelectObjectContent, S3Headers.Body),
    };

    private enum Level
    {
        Service,
        Bucket,
        Object,
    }

    /// <summary>The names of the operations in AWS's API.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. s_routes.Values.Select(route => route.Name)];

    /// <summary>The operation that a request is.</summary>
    /// <exception cref="ApiException">There is none, or it does not act on something that the request says.</exception>
    public static S3Route Find(WireRequest request, S3Address address)
    {
        var words = S3Words.In(request);
        S3Words.Check(request, address, words);
        var word = words.Count > 0 ? words[0] : "";
        var route = Find(request, address, word) ?? throw S3Words.Refusal(request, address, word);
        S3Headers.Check(request, route.Headers);
        if (!route.TakesVersion && request.QueryParameter("versionId") is { } version)
            throw S3Error.InvalidArgument("This operation does not accept a version-id.", "versionId", version);
        return route;
    }

    /// <summary>The name in AWS's API of the operation that a request is; null if it is none that there is.</summary>
    public static string? NameOf(WireRequest request, S3Address address) => S3Words.In(request) switch
    {
        [] => Find(request, address, "")?.Name,
        [var word] => Find(request, address, word)?.Name,
        _ => null,
    };

    private static S3Route? Find(WireRequest request, S3Address address, string word)
    {
        var level = address.Bucket.Length == 0 ? Level.Service : address.Key.Length == 0 ? Level.Bucket : Level.Object;

        // Every other type is a list of the first version (measured).
        if (word.Length == 0 && level == Level.Bucket && request.QueryParameter(ListType) == "2") word = ListType;
        if (request.QueryParameter("id") is { Length: > 0 } && s_routes.TryGetValue((request.Method, level, word + WithId), out var one))
            return one;
        return request.Header(CopySourceHeader) is not null && s_routes.TryGetValue((request.Method, level, word + Copy), out var copy)
            ? copy
            : s_routes.GetValueOrDefault((request.Method, level, word));
    }

    private static S3Route Of(S3Route.Operation operation, params string[][] headers) => new(operation, S3Headers.Taken(headers));

    private static S3Route OfVersion(S3Route.Operation operation, params string[][] headers) =>
        new(operation, S3Headers.Taken(headers), TakesVersion: true);
}
