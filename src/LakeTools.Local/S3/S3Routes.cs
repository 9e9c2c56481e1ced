using LakeTools.Local.S3.Operations;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3;

/// <summary>Which operation a request is, by its method, by whether it names a bucket and a key, and by a word in its query.</summary>
internal static class S3Routes
{
    private static readonly Dictionary<(string Method, Level Level, string Word), Operation> s_routes = new()
    {
        [("GET", Level.Service, "")] = BucketOperations.ListBuckets,
        [("PUT", Level.Bucket, "")] = BucketOperations.CreateBucket,
        [("HEAD", Level.Bucket, "")] = BucketOperations.HeadBucket,
        [("DELETE", Level.Bucket, "")] = BucketOperations.DeleteBucket,
        [("GET", Level.Bucket, "location")] = BucketOperations.GetBucketLocation,
        [("GET", Level.Bucket, "accelerate")] = BucketSettings.GetBucketAccelerateConfiguration,
        [("GET", Level.Bucket, "acl")] = BucketSettings.GetBucketAcl,
        [("GET", Level.Bucket, "cors")] = BucketSettings.GetBucketCors,
        [("GET", Level.Bucket, "encryption")] = BucketSettings.GetBucketEncryption,
        [("GET", Level.Bucket, "lifecycle")] = BucketSettings.GetBucketLifecycleConfiguration,
        [("GET", Level.Bucket, "logging")] = BucketSettings.GetBucketLogging,
        [("GET", Level.Bucket, "notification")] = BucketSettings.GetBucketNotificationConfiguration,
        [("GET", Level.Bucket, "object-lock")] = BucketSettings.GetObjectLockConfiguration,
        [("GET", Level.Bucket, "ownershipControls")] = BucketSettings.GetBucketOwnershipControls,
        [("GET", Level.Bucket, "policy")] = BucketSettings.GetBucketPolicy,
        [("GET", Level.Bucket, "policyStatus")] = BucketSettings.GetBucketPolicyStatus,
        [("GET", Level.Bucket, "publicAccessBlock")] = BucketSettings.GetPublicAccessBlock,
        [("GET", Level.Bucket, "replication")] = BucketSettings.GetBucketReplication,
        [("GET", Level.Bucket, "requestPayment")] = BucketSettings.GetBucketRequestPayment,
        [("GET", Level.Bucket, "tagging")] = BucketSettings.GetBucketTagging,
        [("GET", Level.Bucket, "versioning")] = BucketSettings.GetBucketVersioning,
        [("GET", Level.Bucket, "website")] = BucketSettings.GetBucketWebsite,
        [("GET", Level.Bucket, "")] = ListOperations.ListObjects,
        [("GET", Level.Bucket, "list-type")] = ListOperations.ListObjectsV2,
        [("GET", Level.Bucket, "versions")] = ListOperations.ListObjectVersions,
        [("GET", Level.Bucket, "uploads")] = MultipartOperations.ListMultipartUploads,
        [("POST", Level.Bucket, "delete")] = DeleteOperations.DeleteObjects,
        [("GET", Level.Object, "")] = ReadOperations.GetObject,
        [("HEAD", Level.Object, "")] = ReadOperations.HeadObject,
        [("PUT", Level.Object, "")] = WriteOperations.PutObject,
        [("DELETE", Level.Object, "")] = DeleteOperations.DeleteObject,
        [("GET", Level.Object, "attributes")] = AttributeOperations.GetObjectAttributes,
        [("GET", Level.Object, "acl")] = BucketSettings.GetObjectAcl,
        [("GET", Level.Object, "legal-hold")] = BucketSettings.GetObjectLegalHold,
        [("GET", Level.Object, "retention")] = BucketSettings.GetObjectRetention,
        [("GET", Level.Object, "tagging")] = TaggingOperations.GetObjectTagging,
        [("PUT", Level.Object, "tagging")] = TaggingOperations.PutObjectTagging,
        [("DELETE", Level.Object, "tagging")] = TaggingOperations.DeleteObjectTagging,
        [("POST", Level.Object, "uploads")] = MultipartOperations.CreateMultipartUpload,
        [("PUT", Level.Object, "uploadId")] = MultipartOperations.UploadPart,
        [("POST", Level.Object, "uploadId")] = MultipartOperations.CompleteMultipartUpload,
        [("DELETE", Level.Object, "uploadId")] = MultipartOperations.AbortMultipartUpload,
        [("GET", Level.Object, "uploadId")] = MultipartOperations.ListParts,
    };

    // Words that make a request another operation; those without a route are operations that are not carried out.
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold",
            "lifecycle",
        "list-type", "location", "logging", "metadataTable", "metrics", "notification", "object-lock", "ownershipControls", "policy",
            "policyStatus",
        "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select", "session", "tagging", "torrent",
            "uploadId", "uploads",
        "versioning", "versions", "website",
    };

    private const string CopySourceHeader = "x-amz-copy-source";
    private const string UploadPartCopy = "UploadPartCopy";

    /// <summary>The names of the operations in AWS's API.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
        [.. s_routes.Values.Select(operation => operation.Method.Name), nameof(CopyOperations.CopyObject), UploadPartCopy];

    /// <summary>Answers a request.</summary>
    public delegate Task<WireResponse> Operation(S3Call call, CancellationToken cancellationToken);

    private enum Level
    {
        Service,
        Bucket,
        Object,
    }

    /// <summary>The operation that a request is.</summary>
    public static Operation Find(WireRequest request, S3Address address)
    {
        if (TryFind(request, address, out var word) is not { } operation) throw word.Length > 0
            ? S3Error.NotImplemented() : S3Error.MethodNotAllowed();
        return VersionId.Check(request.QueryParameter("versionId")) is { } error ? throw error : operation;
    }

    /// <summary>The name in AWS's API of the operation that a request is; null where it is none that there is.</summary>
    public static string? NameOf(WireRequest request, S3Address address)
    {
        var name = TryFind(request, address, out _)?.Method.Name;
        if (request.Header(CopySourceHeader) is null) return name;
        return name switch
        {
            nameof(WriteOperations.PutObject) => nameof(CopyOperations.CopyObject),
            nameof(MultipartOperations.UploadPart) => UploadPartCopy,
            _ => name,
        };
    }

    private static Operation? TryFind(WireRequest request, S3Address address, out string word)
    {
        var level = address.Bucket.Length == 0 ? Level.Service : address.Key.Length == 0 ? Level.Bucket : Level.Object;
        word = "";
        foreach (var (name, _) in request.QueryParameters)
            if (s_words.Contains(name)) word = name;
        return s_routes.GetValueOrDefault((request.Method, level, word));
    }
}
