using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>
/// The errors of S3, with its codes, statuses and elements. The elements follow recorded responses (docs/embedded-lake/recordings.md).
/// </summary>
internal static class S3Error
{
    private const string NotImplementedHeader = "A header you provided implies functionality that is not implemented";

    public static ApiException AccessDenied() => new("AccessDenied", "Access Denied", 403);

    public static ApiException AclNotSupported() => new("AccessControlListNotSupported", "The bucket does not allow ACLs");

    public static ApiException BadDigest(string what) =>
        new("BadDigest", $"The {what} you specified did not match the calculated checksum.");

    public static ApiException BadMd5(string calculated, string expected) =>
        new("BadDigest", "The Content-MD5 you specified did not match what we received.")
        {
            Details = [("ExpectedDigest", expected), ("CalculatedDigest", calculated)],
        };

    public static ApiException BucketNotEmpty(string bucket, bool isVersioned) => new(
        "BucketNotEmpty",
        isVersioned
            ? "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
            : "The bucket you tried to delete is not empty",
        409)
    {
        Details = [("BucketName", bucket)],
    };

    public static ApiException BucketTaken(string bucket) => new(
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            + "Please select a different name and try again.",
        409)
    {
        Details = [("BucketName", bucket)],
    };

    public static ApiException BucketOwned(string bucket) =>
        new("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409)
        {
            Details = [("BucketName", bucket)],
        };

    public static ApiException ConditionalConflict(string condition, string key) => new(
        "ConditionalRequestConflict",
        "The conditional request cannot succeed due to a conflicting operation against this resource.",
        409)
    {
        Details = [("Condition", condition), ("Key", key)],
    };

    /// <summary>Not an error of S3's: no request can mend it, and none is to be tried again.</summary>
    public static ApiException ContentDamaged() => new(
        "ObjectDamaged",
        "The embedded lake's file with the bytes of this object is missing or was changed outside of LakeTools. "
            + "Write the object again, or restore the folder of the lake from a backup.",
        422);

    public static ApiException EntityTooSmall(long size, long least) =>
        new("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
        {
            Details = [("ProposedSize", Text(size)), ("MinSizeAllowed", Text(least))],
        };

    public static ApiException PartTooSmall(int number, long size, long least, string etag) =>
        new("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
        {
            Details = [("ProposedSize", Text(size)), ("MinSizeAllowed", Text(least)), ("PartNumber", Text(number)), ("ETag", etag)],
        };

    public static ApiException EntityTooLarge() =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");

    public static ApiException EntityTooLarge(long size, long most) =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
        {
            Details = [("ProposedSize", Text(size)), ("MaxSizeAllowed", Text(most))],
        };

    public static ApiException IncompleteBody() =>
        new("IncompleteBody", "The request body terminated unexpectedly");

    public static ApiException InvalidArgument(string message) => new("InvalidArgument", message);

    /// <summary>An argument that is not accepted.</summary>
    /// <param name="message">Why.</param>
    /// <param name="name">The parameter, header or element.</param>
    /// <param name="value">The value in the request; null if the answer does not repeat it.</param>
    public static ApiException InvalidArgument(string message, string name, string? value) => new("InvalidArgument", message)
    {
        Details = value is null ? [("ArgumentName", name)] : [("ArgumentName", name), ("ArgumentValue", value)],
    };

    public static ApiException InvalidBucketName(string bucket) => new("InvalidBucketName", "The specified bucket is not valid.")
    {
        Details = [("BucketName", bucket)],
    };

    public static ApiException InvalidMd5(string given) => new("InvalidDigest", "The Content-MD5 you specified was invalid.")
    {
        Details = [("Content-MD5", given)],
    };

    public static ApiException InvalidHeader(string header) => InvalidRequest($"Value for {header} header is invalid.");

    public static ApiException InvalidObjectState(string storageClass) =>
        new("InvalidObjectState", "The operation is not valid for the object's storage class", 403)
        {
            Details = [("StorageClass", storageClass)],
        };

    public static ApiException InvalidOwnerId(string given) => new(
        "InvalidBucketOwnerAWSAccountID",
        $"The value of the expected bucket owner parameter must be an AWS Account ID... [{given}]");

    public static ApiException InvalidPart(string upload, int number, string etag) => new(
        "InvalidPart",
        "One or more of the specified parts could not be found.  "
            + "The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
    {
        Details = [("UploadId", upload), ("PartNumber", Text(number)), ("ETag", etag)],
    };

    public static ApiException InvalidPartNumber(int requested, int actual) =>
        new("InvalidPartNumber", "The requested partnumber is not satisfiable", 416)
        {
            Details = [("PartNumberRequested", Text(requested)), ("ActualPartCount", Text(actual))],
        };

    public static ApiException InvalidPartOrder(string upload) => new(
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.")
    {
        Details = [("UploadId", upload)],
    };

    public static ApiException InvalidRange(string requested, long size) =>
        new("InvalidRange", "The requested range is not satisfiable", 416)
        {
            Details = [("RangeRequested", requested), ("ActualObjectSize", Text(size))],
        };

    public static ApiException InvalidRequest(string message) => new("InvalidRequest", message);

    public static ApiException InvalidStorageClass(string given) =>
        new("InvalidStorageClass", "The storage class you specified is not valid")
        {
            Details = [("StorageClassRequested", given)],
        };

    public static ApiException InvalidTag(string message, string key, string? value = null) => new("InvalidTag", message)
    {
        Details = value is null ? [("TagKey", key)] : [("TagKey", key), ("TagValue", value)],
    };

    public static ApiException InvalidUri() => new("InvalidURI", "Couldn't parse the specified URI.");

    public static ApiException InvalidVersionId(string given, string parameter = "versionId") =>
        InvalidArgument("Invalid version id specified", parameter, given);

    public static ApiException KeyTooLong(int size, int most) => new("KeyTooLongError", "Your key is too long")
    {
        Details = [("Size", Text(size)), ("MaxSizeAllowed", Text(most))],
    };

    public static ApiException MalformedAcl() =>
        new("MalformedACLError", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ApiException MalformedXml() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ApiException MetadataTooLarge(int size, int most) =>
        new("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
        {
            Details = [("Size", Text(size)), ("MaxSizeAllowed", Text(most))],
        };

    public static ApiException MethodNotAllowed(string method, string resourceType, string? allowed = null) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405)
        {
            Details = [("Method", method), ("ResourceType", resourceType)],
            Headers = allowed is null ? [] : [("Allow", allowed)],
        };

    /// <summary>A version that is a delete marker has nothing to read or change.</summary>
    public static ApiException IsDeleteMarker(string method, DateTimeOffset modified, string version) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405)
        {
            Details = [("Method", method), ("ResourceType", "DeleteMarker")],
            Headers =
            [
                ("Allow", "DELETE"),
                ("Last-Modified", WireTime.Http(modified)),
                ("x-amz-delete-marker", "true"),
                ("x-amz-version-id", version),
            ],
        };

    public static ApiException MissingContentLength() =>
        new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static ApiException NoSuchBucket(string bucket) => new("NoSuchBucket", "The specified bucket does not exist", 404)
    {
        Details = [("BucketName", bucket)],
    };

    public static ApiException NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404)
    {
        Details = [("Key", key)],
    };

    /// <summary>A key whose newest version is a delete marker.</summary>
    public static ApiException KeyDeleted(string key, string version) => new("NoSuchKey", "The specified key does not exist.", 404)
    {
        Details = [("Key", key)],
        Headers = [("x-amz-delete-marker", "true"), ("x-amz-version-id", version)],
    };

    public static ApiException NoSuchUpload(string upload) => new(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
        404)
    {
        Details = [("UploadId", upload)],
    };

    public static ApiException OutOfRange(string name, int value) =>
        InvalidArgument($"Argument {name} must be an integer between 0 and {Text(int.MaxValue)}", name, Text(value));

    public static ApiException NoSuchVersion(string key, string version) =>
        new("NoSuchVersion", "The specified version does not exist.", 404)
        {
            Details = [("Key", key), ("VersionId", version)],
        };

    /// <summary>The error for a setting that a bucket does not have.</summary>
    public static ApiException NotSet(string code, string message, string bucket) => new(code, message, 404)
    {
        Details = [("BucketName", bucket)],
    };

    public static ApiException NotImplemented() =>
        new("NotImplemented", "A header or query you provided implies functionality that is not implemented.", 501);

    /// <summary>A header that is known and not acted on: it is refused and never dropped.</summary>
    /// <param name="header">The header.</param>
    /// <param name="why">The additional text of AWS; null for none.</param>
    public static ApiException NotImplemented(string header, string? why = null) => new("NotImplemented", NotImplementedHeader, 501)
    {
        Details = why is null ? [("Header", header)] : [("Header", header), ("additionalMessage", why)],
    };

    public static ApiException NotModified(string etag, DateTimeOffset modified) => new("NotModified", "Not Modified", 304)
    {
        Headers = [("ETag", etag), ("Last-Modified", WireTime.Http(modified))],
    };

    public static ApiException PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412)
        {
            Details = [("Condition", condition)],
        };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
