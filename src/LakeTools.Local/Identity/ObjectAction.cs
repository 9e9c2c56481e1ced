namespace LakeTools.Local.Identity;

/// <summary>An action that a caller requests on objects or a bucket in S3.</summary>
/// <param name="Name">The action in policies (Service Authorization Reference, 'Actions defined by Amazon S3').</param>
/// <param name="Kind">The effect of the action.</param>
/// <param name="IsOfBucket">True if its resource is the bucket, as of lists; false if it is the object.</param>
internal sealed record ObjectAction(string Name, ActionKind Kind, bool IsOfBucket = false)
{
    public static ObjectAction Read { get; } = new("s3:GetObject", ActionKind.Read);

    public static ObjectAction List { get; } = new("s3:ListBucket", ActionKind.List, IsOfBucket: true);

    public static ObjectAction Write { get; } = new("s3:PutObject", ActionKind.Write);

    public static ObjectAction Delete { get; } = new("s3:DeleteObject", ActionKind.Delete);

    public static ObjectAction ReadVersion { get; } = new("s3:GetObjectVersion", ActionKind.Other);

    public static ObjectAction DeleteVersion { get; } = new("s3:DeleteObjectVersion", ActionKind.Other);

    public static ObjectAction ListVersions { get; } = new("s3:ListBucketVersions", ActionKind.Other, IsOfBucket: true);

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
