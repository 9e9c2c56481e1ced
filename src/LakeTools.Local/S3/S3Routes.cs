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

    // By method, by what the address names, and by the query word.
    private static readonly Dictionary<string, S3Route> s_routes = new(StringComparer.Ordinal)
    {
        ["GET service "] = Of(BucketOperations.ListBuckets),
        ["PUT bucket "] = Of(BucketOperations.CreateBucket, S3Headers.Body, S3Headers.Acl,
            ["x-amz-object-ownership", "x-amz-bucket-object-lock-enabled"]),
        ["HEAD bucket "] = Of(BucketOperations.HeadBucket),
        ["DELETE bucket "] = Of(BucketOperations.DeleteBucket),
        ["GET bucket location"] = Of(BucketOperations.GetBucketLocation),
        ["GET bucket accelerate"] = Of(BucketSettings.GetBucketAccelerateConfiguration),
        ["PUT bucket accelerate"] = Of(BucketSettings.PutBucketAccelerateConfiguration, S3Headers.Body),
        ["GET bucket acl"] = Of(AclOperations.GetBucketAcl),
        ["PUT bucket acl"] = Of(AclOperations.PutBucketAcl, S3Headers.Body, S3Headers.Acl),
        ["GET bucket analytics"] = Of(BucketConfigurations.ListBucketAnalyticsConfigurations),
        ["GET bucket analytics" + WithId] = Of(BucketConfigurations.GetBucketAnalyticsConfiguration),
        ["PUT bucket analytics"] = Of(BucketConfigurations.PutBucketAnalyticsConfiguration, S3Headers.Body),
        ["DELETE bucket analytics"] = Of(BucketConfigurations.DeleteBucketAnalyticsConfiguration),
        ["GET bucket intelligent-tiering"] = Of(BucketConfigurations.ListBucketIntelligentTieringConfigurations),
        ["GET bucket intelligent-tiering" + WithId] = Of(BucketConfigurations.GetBucketIntelligentTieringConfiguration),
        ["PUT bucket intelligent-tiering"] = Of(BucketConfigurations.PutBucketIntelligentTieringConfiguration, S3Headers.Body),
        ["DELETE bucket intelligent-tiering"] = Of(BucketConfigurations.DeleteBucketIntelligentTieringConfiguration),
        ["GET bucket inventory"] = Of(BucketConfigurations.ListBucketInventoryConfigurations),
        ["GET bucket inventory" + WithId] = Of(BucketConfigurations.GetBucketInventoryConfiguration),
        ["PUT bucket inventory"] = Of(BucketConfigurations.PutBucketInventoryConfiguration, S3Headers.Body),
        ["DELETE bucket inventory"] = Of(BucketConfigurations.DeleteBucketInventoryConfiguration),
        ["GET bucket metrics"] = Of(BucketConfigurations.ListBucketMetricsConfigurations),
        ["GET bucket metrics" + WithId] = Of(BucketConfigurations.GetBucketMetricsConfiguration),
        ["PUT bucket metrics"] = Of(BucketConfigurations.PutBucketMetricsConfiguration, S3Headers.Body),
        ["DELETE bucket metrics"] = Of(BucketConfigurations.DeleteBucketMetricsConfiguration),
        ["GET bucket cors"] = Of(BucketSettings.GetBucketCors),
        ["PUT bucket cors"] = Of(BucketSettings.PutBucketCors, S3Headers.Body),
        ["DELETE bucket cors"] = Of(BucketSettings.DeleteBucketCors),
        ["GET bucket encryption"] = Of(BucketSettings.GetBucketEncryption),
        ["PUT bucket encryption"] = Of(BucketSettings.PutBucketEncryption, S3Headers.Body),
        ["DELETE bucket encryption"] = Of(BucketSettings.DeleteBucketEncryption),
        ["GET bucket lifecycle"] = Of(BucketSettings.GetBucketLifecycleConfiguration),
        ["PUT bucket lifecycle"] = Of(BucketSettings.PutBucketLifecycleConfiguration, S3Headers.Body,
            [BucketSettings.TransitionSize]),
        ["DELETE bucket lifecycle"] = Of(BucketSettings.DeleteBucketLifecycle),
        ["GET bucket logging"] = Of(BucketSettings.GetBucketLogging),
        ["PUT bucket logging"] = Of(BucketSettings.PutBucketLogging, S3Headers.Body),
        ["GET bucket notification"] = Of(BucketSettings.GetBucketNotificationConfiguration),
        ["PUT bucket notification"] = Of(BucketSettings.PutBucketNotificationConfiguration, S3Headers.Body,
            ["x-amz-skip-destination-validation"]),
        ["GET bucket object-lock"] = Of(BucketSettings.GetObjectLockConfiguration),
        ["GET bucket ownershipControls"] = Of(BucketSettings.GetBucketOwnershipControls),
        ["PUT bucket ownershipControls"] = Of(BucketSettings.PutBucketOwnershipControls, S3Headers.Body),
        ["DELETE bucket ownershipControls"] = Of(BucketSettings.DeleteBucketOwnershipControls),
        ["GET bucket policy"] = Of(PolicyOperations.GetBucketPolicy),
        ["PUT bucket policy"] = Of(PolicyOperations.PutBucketPolicy, S3Headers.Body,
            ["x-amz-confirm-remove-self-bucket-access"]),
        ["DELETE bucket policy"] = Of(PolicyOperations.DeleteBucketPolicy),
        ["GET bucket policyStatus"] = Of(PolicyOperations.GetBucketPolicyStatus),
        ["GET bucket publicAccessBlock"] = Of(BucketSettings.GetPublicAccessBlock),
        ["PUT bucket publicAccessBlock"] = Of(BucketSettings.PutPublicAccessBlock, S3Headers.Body),
        ["DELETE bucket publicAccessBlock"] = Of(BucketSettings.DeletePublicAccessBlock),
        ["GET bucket replication"] = Of(BucketSettings.GetBucketReplication),
        ["PUT bucket replication"] = Of(BucketSettings.PutBucketReplication, S3Headers.Body),
        ["DELETE bucket replication"] = Of(BucketSettings.DeleteBucketReplication),
        ["GET bucket requestPayment"] = Of(BucketSettings.GetBucketRequestPayment),
        ["PUT bucket requestPayment"] = Of(BucketSettings.PutBucketRequestPayment, S3Headers.Body),
        ["GET bucket tagging"] = Of(BucketSettings.GetBucketTagging),
        ["PUT bucket tagging"] = Of(BucketSettings.PutBucketTagging, S3Headers.Body),
        ["DELETE bucket tagging"] = Of(BucketSettings.DeleteBucketTagging),
        ["GET bucket versioning"] = Of(VersioningOperations.GetBucketVersioning),
        ["PUT bucket versioning"] = Of(VersioningOperations.PutBucketVersioning, S3Headers.Body),
        ["GET bucket website"] = Of(BucketSettings.GetBucketWebsite),
        ["PUT bucket website"] = Of(BucketSettings.PutBucketWebsite, S3Headers.Body),
        ["DELETE bucket website"] = Of(BucketSettings.DeleteBucketWebsite),
        ["GET bucket "] = Of(ListOperations.ListObjects, s_lists),
        ["GET bucket " + ListType] = Of(ListOperations.ListObjectsV2, s_lists),
        ["GET bucket versions"] = Of(VersioningOperations.ListObjectVersions, s_lists),
        ["GET bucket uploads"] = Of(MultipartListing.ListMultipartUploads),
        ["POST bucket "] = Of(PostOperations.PostObject),
        ["POST bucket delete"] = Of(DeleteOperations.DeleteObjects, S3Headers.Body, s_bypass),
        ["GET object "] = OfVersion(ReadOperations.GetObject, ["x-amz-checksum-mode"]),
        ["HEAD object "] = OfVersion(ReadOperations.HeadObject, ["x-amz-checksum-mode"]),
        ["PUT object "] = Of(WriteOperations.PutObject, S3Headers.Body, S3Headers.Description),
        ["PUT object " + Copy] = Of(CopyOperations.CopyObject, S3Headers.Description, S3Headers.CopySource,
            ["x-amz-metadata-directive", "x-amz-tagging-directive", "x-amz-checksum-algorithm"]),
        ["DELETE object "] = OfVersion(DeleteOperations.DeleteObject, s_bypass),
        ["GET object attributes"] = OfVersion(AttributeOperations.GetObjectAttributes,
            ["x-amz-object-attributes", "x-amz-max-parts", "x-amz-part-number-marker"]),
        ["GET object acl"] = OfVersion(AclOperations.GetObjectAcl),
        ["PUT object acl"] = OfVersion(AclOperations.PutObjectAcl, S3Headers.Body, S3Headers.Acl),
        ["GET object legal-hold"] = OfVersion(BucketSettings.GetObjectLegalHold),
        ["GET object retention"] = OfVersion(BucketSettings.GetObjectRetention),
        ["GET object tagging"] = OfVersion(TaggingOperations.GetObjectTagging),
        ["PUT object tagging"] = OfVersion(TaggingOperations.PutObjectTagging, S3Headers.Body),
        ["DELETE object tagging"] = OfVersion(TaggingOperations.DeleteObjectTagging),
        ["POST object uploads"] = Of(MultipartOperations.CreateMultipartUpload, S3Headers.Description,
            ["x-amz-checksum-algorithm", "x-amz-checksum-type"]),
        ["PUT object uploadId"] = Of(MultipartOperations.UploadPart, S3Headers.Body),
        ["PUT object uploadId" + Copy] = Of(MultipartOperations.UploadPartCopy, S3Headers.CopySource,
            ["x-amz-copy-source-range"]),
        ["POST object uploadId"] = Of(CompleteUpload.CompleteMultipartUpload, S3Headers.Body,
            ["x-amz-checksum-type", "x-amz-mp-object-size"]),
        ["DELETE object uploadId"] = Of(MultipartOperations.AbortMultipartUpload),
        ["GET object uploadId"] = Of(MultipartListing.ListParts),
        ["POST object select"] = Of(SelectOperations.SelectObjectContent, S3Headers.Body),
    };

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
        var level = address.Bucket.Length == 0 ? "service" : address.Key.Length == 0 ? "bucket" : "object";

        // Every other type is a list of the first version (measured).
        if (word.Length == 0 && level == "bucket" && request.QueryParameter(ListType) == "2") word = ListType;
        var asked = $"{request.Method} {level} {word}";
        if (request.QueryParameter("id") is { Length: > 0 } && s_routes.TryGetValue(asked + WithId, out var one)) return one;
        return request.Header(CopySourceHeader) is not null && s_routes.TryGetValue(asked + Copy, out var copy)
            ? copy
            : s_routes.GetValueOrDefault(asked);
    }

    private static S3Route Of(S3Route.Operation operation, params string[][] headers) => new(operation, S3Headers.Taken(headers));

    private static S3Route OfVersion(S3Route.Operation operation, params string[][] headers) =>
        new(operation, S3Headers.Taken(headers), TakesVersion: true);
}
