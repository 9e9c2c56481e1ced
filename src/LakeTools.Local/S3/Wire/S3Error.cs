using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>The errors of S3, with its codes and statuses.</summary>
internal static class S3Error
{
    public static ApiException AccessDenied() => new("AccessDenied", "Access Denied", 403);

    public static ApiException BadDigest(string what) =>
        new("BadDigest", $"The {what} you specified did not match the calculated checksum.");

    public static ApiException BucketNotEmpty() => new("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);

    public static ApiException BucketOwned() =>
        new("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409);

    /// <summary>Not an error of S3's: no request can mend it, and none is to be tried again.</summary>
    public static ApiException ContentDamaged() => new(
        "ObjectDamaged",
        "The embedded lake's file with the bytes of this object is missing or was changed outside of LakeTools. "
            + "Put the object again, or put the lake's folder back from a copy.",
        422);

    public static ApiException EntityTooSmall() =>
        new("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");

    public static ApiException EntityTooLarge() =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");

    public static ApiException IncompleteBody() =>
        new("IncompleteBody", "The request body terminated unexpectedly");

    public static ApiException InvalidArgument(string message) => new("InvalidArgument", message);

    public static ApiException InvalidBucketName() => new("InvalidBucketName", "The specified bucket is not valid.");

    public static ApiException InvalidDigest(string what) => new("InvalidDigest", $"The {what} you specified is not valid.");

    public static ApiException InvalidPart() => new(
        "InvalidPart",
        "One or more of the specified parts could not be found. "
            + "The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");

    public static ApiException InvalidPartOrder() =>
        new("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");

    public static ApiException InvalidRange() => new("InvalidRange", "The requested range is not satisfiable", 416);

    public static ApiException InvalidRequest(string message) => new("InvalidRequest", message);

    public static ApiException InvalidTag(string message) => new("InvalidTag", message);

    public static ApiException InvalidUri() => new("InvalidURI", "Couldn't parse the specified URI.");

    public static ApiException KeyTooLong() => new("KeyTooLongError", "Your key is too long");

    public static ApiException MalformedXml() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ApiException MetadataTooLarge() =>
        new("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");

    public static ApiException MethodNotAllowed() =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);

    public static ApiException MissingContentLength() =>
        new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static ApiException NoSuchBucket() => new("NoSuchBucket", "The specified bucket does not exist", 404);

    public static ApiException NoSuchKey() => new("NoSuchKey", "The specified key does not exist.", 404);

    public static ApiException NoSuchUpload() => new(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
        404);

    public static ApiException NotImplemented() =>
        new("NotImplemented", "A header or query you provided implies functionality that is not implemented.", 501);

    public static ApiException PreconditionFailed() =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);
}
