namespace LakeTools;

/// <summary>An object in S3, at the time of the listing.</summary>
/// <param name="Uri">Its address, <c>s3://bucket/key</c>.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">The size of the object, in bytes.</param>
/// <param name="LastModified">When it was written, in local time.</param>
/// <param name="ETag">Its entity tag, without the quotes; changes with the content.</param>
/// <param name="StorageClass">Such as <c>STANDARD</c>.</param>
/// <param name="VersionId">Its version in a bucket that keeps versions, otherwise null.</param>
public sealed record LakeObject(string Uri, string Bucket, string Key, long Size, DateTime LastModified, string ETag, string StorageClass,
    string? VersionId)
{
    /// <summary>The address.</summary>
    /// <returns><c>s3://bucket/key</c>.</returns>
    public override string ToString() => Uri;
}
