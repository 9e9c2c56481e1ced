using System.Net;
using System.Text;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Wire;

/// <summary>The bucket and key that a request is for, by path (<c>/bucket/key</c>) or by host (<c>bucket.s3.…/key</c>).</summary>
/// <param name="Bucket">The bucket's name; empty for the service itself.</param>
/// <param name="Key">The key; empty for the bucket itself.</param>
internal sealed record S3Address(string Bucket, string Key)
{
    private const int MaxKeyBytes = 1024;

    /// <summary>Reads it. Keys are names in the store and never paths, so any text of at most 1,024 bytes of UTF-8 is one.</summary>
    public static S3Address Of(WireRequest request)
    {
        var path = Decode(request.Path);
        if (path.Length == 0 || path[0] != '/') throw S3Error.InvalidUri();
        if (BucketOfHost(request.Host) is { } bucket) return Checked(bucket, path[1..]);
        var slash = path.IndexOf('/', 1);
        if (slash == 1) throw S3Error.InvalidBucketName(""); // not a request to the service: its key would be dropped
        return slash < 0 ? new S3Address(path[1..], "") : Checked(path[1..slash], path[(slash + 1)..]);
    }

    /// <summary>Throws where a key is longer than S3 takes.</summary>
    public static void CheckKey(string key)
    {
        if (Encoding.UTF8.GetByteCount(key) is var size and > MaxKeyBytes) throw S3Error.KeyTooLong(size, MaxKeyBytes);
    }

    private static S3Address Checked(string bucket, string key)
    {
        CheckKey(key);
        return new S3Address(bucket, key);
    }

    private static string Decode(string path)
    {
        var decoded = FormEncoding.Decode(path);

        // A replacement character that was not sent as such represents bytes that are no UTF-8.
        if (decoded.Contains('\uFFFD', StringComparison.Ordinal) && !path.Contains("%EF%BF%BD", StringComparison.OrdinalIgnoreCase))
            throw S3Error.InvalidUri();
        return decoded;
    }

    private static string? BucketOfHost(string host)
    {
        var name = WithoutPort(host);
        if (IPAddress.TryParse(name.Trim('[', ']'), out _)) return null;
        if (name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)) return Bucket(name[..^".localhost".Length]);
        if (!name.Contains(".amazonaws.", StringComparison.OrdinalIgnoreCase)) return null;

        // bucket.s3.region.amazonaws.com and bucket.s3.amazonaws.com; bucket names may have dots themselves.
        var at = name.LastIndexOf(".s3.", StringComparison.OrdinalIgnoreCase);
        return at > 0 ? name[..at] : null;

        // The same at the loopback server: bucket.localhost and bucket.s3.localhost.
        static string? Bucket(string label) =>
            label.Equals("s3", StringComparison.OrdinalIgnoreCase) ? null
            : label.EndsWith(".s3", StringComparison.OrdinalIgnoreCase) ? label[..^3] : label;
    }

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
