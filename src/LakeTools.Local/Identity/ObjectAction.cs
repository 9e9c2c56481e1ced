namespace LakeTools.Local.Identity;

/// <summary>An action that a caller requests on objects or a bucket in S3.</summary>
/// <param name="Name">The action in policies (Service Authorization Reference, 'Actions defined by Amazon S3').</param>
/// <param name="Kind">The effect of the action.</param>
/// <param name="IsOfBucket">True if its resource is the bucket, as of lists; false if it is the object.</param>
/// <param name="HasPrefix">True for requests that have the condition key <c>s3:prefix</c>.</param>
internal sealed record ObjectAction(string Name, ActionKind Kind, bool IsOfBucket = false, bool HasPrefix = false)
{
    public static ObjectAction Read { get; } = new("s3:GetObject", ActionKind.Read);

    public static ObjectAction List { get; } = new("s3:ListBucket", ActionKind.List, IsOfBucket: true, HasPrefix: true);

    /// <summary>The permission to know that an object does not exist.</summary>
    public static ObjectAction FindMissing { get; } = new("s3:ListBucket", ActionKind.List, IsOfBucket: true);

    public static ObjectAction Write { get; } = new("s3:PutObject", ActionKind.Write);

    public static ObjectAction Delete { get; } = new("s3:DeleteObject", ActionKind.Delete);

    public static ObjectAction ReadAttributes { get; } = new("s3:GetObjectAttributes", ActionKind.Read);

    public static ObjectAction ReadVersionAttributes { get; } = new("s3:GetObjectVersionAttributes", ActionKind.Other);

    public static ObjectAction ReadTags { get; } = new("s3:GetObjectTagging", ActionKind.Read);

    public static ObjectAction WriteTags { get; } = new("s3:PutObjectTagging", ActionKind.Write);

    public static ObjectAction DeleteTags { get; } = new("s3:DeleteObjectTagging", ActionKind.Write);

    public static ObjectAction AbortUpload { get; } = new("s3:AbortMultipartUpload", ActionKind.Write);

    public static ObjectAction ListParts { get; } = new("s3:ListMultipartUploadParts", ActionKind.Write);

    public static ObjectAction ListUploads { get; } =
        new("s3:ListBucketMultipartUploads", ActionKind.List, IsOfBucket: true, HasPrefix: true);

    public static ObjectAction ReadVersion { get; } = new("s3:GetObjectVersion", ActionKind.Other);

    public static ObjectAction DeleteVersion { get; } = new("s3:DeleteObjectVersion", ActionKind.Other);

    public static ObjectAction ListVersions { get; } = new("s3:ListBucketVersions", ActionKind.Other, IsOfBucket: true, HasPrefix: true);

    public static ObjectAction ReadVersionTags { get; } = new("s3:GetObjectVersionTagging", ActionKind.Other);

    public static ObjectAction WriteVersionTags { get; } = new("s3:PutObjectVersionTagging", ActionKind.Other);

    public static ObjectAction DeleteVersionTags { get; } = new("s3:DeleteObjectVersionTagging", ActionKind.Other);

    public static ObjectAction ReadAcl { get; } = new("s3:GetObjectAcl", ActionKind.Other);

    public static ObjectAction ReadVersionAcl { get; } = new("s3:GetObjectVersionAcl", ActionKind.Other);

    public static ObjectAction WriteAcl { get; } = new("s3:PutObjectAcl", ActionKind.Other);

    public static ObjectAction WriteVersionAcl { get; } = new("s3:PutObjectVersionAcl", ActionKind.Other);

    /// <summary>An action on a bucket's own settings, such as <c>s3:PutBucketVersioning</c>.</summary>
    public static ObjectAction OfBucket(string name) => new(name, ActionKind.Other, IsOfBucket: true);
}
