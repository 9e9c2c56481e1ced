namespace LakeTools;

/// <summary>A folder in S3: the common prefix of some keys, up to a slash.</summary>
/// <param name="Uri">Its address, <c>s3://bucket/prefix/</c>.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Prefix">The prefix of its keys; ends with a slash.</param>
/// <param name="Name">The part of the prefix below the folder that was listed, without the slash.</param>
public sealed record LakeFolder(string Uri, string Bucket, string Prefix, string Name)
{
    /// <summary>The address.</summary>
    /// <returns><c>s3://bucket/prefix/</c>.</returns>
    public override string ToString() => Uri;
}
