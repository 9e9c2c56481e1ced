using System.Text;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>
/// An address in S3: a bucket, and a key that may be empty, an object's, or the beginning of many. Keys stand as they
/// are: nothing is percent-encoded.
/// </summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key, without a slash before it; empty for the whole bucket.</param>
public sealed record S3Uri(string Bucket, string Key)
{
    private const int LongestKey = 1024;
    private const string Arn = "arn:";
    private static readonly string[] s_schemes = ["s3://", "s3a://", "s3n://"];

    /// <summary>True if the address is a folder: the whole bucket, or a key that ends with a slash.</summary>
    public bool IsFolder => Key.Length == 0 || Key[^1] == '/';

    /// <summary>The last part of the key.</summary>
    public string Name => Key[(Key.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>Reads an address.</summary>
    /// <param name="text"><c>s3://bucket</c>, <c>s3://bucket/key</c>, with s3a or s3n alike, or <c>arn:aws:s3:::bucket/key</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c> or <c>BucketNameInvalid</c>.</exception>
    public static S3Uri Parse(string text)
    {
        var rest = Rest(text) ?? throw Invalid(text, "it does not begin with s3://");
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? rest : rest[..slash];
        if (bucket.Length == 0) throw Invalid(text, "it has no bucket");
        BucketName.Check(bucket);
        var key = slash < 0 ? "" : rest[(slash + 1)..];
        var uri = new S3Uri(bucket, key);
        uri.Check();
        return uri;
    }

    /// <summary>Throws where the key is none that S3 takes.</summary>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>.</exception>
    public void Check()
    {
        if (Encoding.UTF8.GetByteCount(Key) > LongestKey) throw Invalid(ToString(), "its key is longer than 1,024 bytes");
        if (Key.Contains('\0', StringComparison.Ordinal)) throw Invalid(ToString(), "its key has a NUL character");
    }

    /// <summary>Returns whether a text is meant as an address in S3, to distinguish it from a path of the file system.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if it begins as one.</returns>
    public static bool LooksLikeOne(string text) => Rest(text) is not null;

    /// <summary>The address of something in this folder.</summary>
    /// <param name="relativeKey">The key relative to the folder's key.</param>
    /// <returns>The address.</returns>
    public S3Uri Append(string relativeKey) => this with { Key = IsFolder ? Key + relativeKey : Key + "/" + relativeKey };

    /// <summary>The address as it is written.</summary>
    /// <returns><c>s3://bucket/key</c>.</returns>
    public override string ToString() => $"s3://{Bucket}/{Key}";

    private static string? Rest(string text)
    {
        foreach (var scheme in s_schemes)
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return text[scheme.Length..];
        if (!text.StartsWith(Arn, StringComparison.Ordinal)) return null;
        var service = text.IndexOf(":s3:::", StringComparison.Ordinal);
        return service < 0 ? null : text[(service + ":s3:::".Length)..];
    }

    private static LakeException Invalid(string text, string fault) => Fault.InvalidS3Uri(text, fault);
}
