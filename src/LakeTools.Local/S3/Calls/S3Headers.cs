using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Calls;

/// <summary>
/// The headers <c>x-amz-…</c> that operations act on, in groups as operations take them. A request with any other one is refused, so that
/// none is taken with success and has no effect.
/// </summary>
internal static class S3Headers
{
    /// <summary>The owner that the bucket is expected to have.</summary>
    public const string ExpectedOwner = "x-amz-expected-bucket-owner";

    private const string Prefix = "x-amz-";

    /// <summary>Of a body.</summary>
    public static readonly string[] Body =
    [
        "x-amz-decoded-content-length", "x-amz-trailer", "x-amz-sdk-checksum-algorithm",
        .. ChecksumAlgorithm.All.Select(algorithm => algorithm.Header),
    ];

    /// <summary>Of the access control list of what is made or changed.</summary>
    public static readonly string[] Acl =
    [
        "x-amz-acl", "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write", "x-amz-grant-write-acp",
    ];

    /// <summary>Of an object that is put, copied or begun.</summary>
    public static readonly string[] Description =
    [
        .. Acl, "x-amz-tagging", ObjectHeaders.StorageClassHeader, "x-amz-website-redirect-location", ObjectHeaders.EncryptionHeader,
        "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-server-side-encryption-context",
        "x-amz-server-side-encryption-bucket-key-enabled",
    ];

    /// <summary>Of the source of a copy.</summary>
    public static readonly string[] CopySource =
    [
        "x-amz-copy-source", "x-amz-copy-source-if-match", "x-amz-copy-source-if-none-match", "x-amz-copy-source-if-modified-since",
        "x-amz-copy-source-if-unmodified-since", "x-amz-source-expected-bucket-owner",
    ];

    /// <summary>
    /// Of any request: those of the signature; those by which SDKs tell of themselves; and x-amz-request-payer, which changes nothing on
    /// AWS either in a bucket that the caller's account owns.
    /// </summary>
    private static readonly string[] s_everywhere =
    [
        "x-amz-date", "x-amz-content-sha256", "x-amz-security-token", "x-amz-user-agent", "x-amz-api-version", "x-amz-te",
        "x-amz-request-payer", ExpectedOwner,
    ];

    // The parameters of a presigned URL's signature.
    private static readonly HashSet<string> s_ofSignature = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature",
        "X-Amz-Security-Token", "X-Amz-Content-Sha256",
    };

    // The additional headers of version 2.
    private static readonly string[] s_ofVersion2 = ["content-type", "content-md5"];

    /// <summary>The headers that an operation accepts, including those that every operation accepts.</summary>
    /// <param name="taken">Groups of headers.</param>
    public static IReadOnlySet<string> Taken(params string[][] taken) =>
        taken.SelectMany(group => group).Concat(s_everywhere).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Throws where a request has a header that its operation does not act on.</summary>
    public static void Check(WireRequest request, IReadOnlySet<string> taken)
    {
        foreach (var name in request.Headers.Keys)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith(ObjectHeaders.MetadataPrefix, StringComparison.OrdinalIgnoreCase)
                && !taken.Contains(name))
                throw S3Error.NotImplemented(name.ToLowerInvariant());
        }
    }

    /// <summary>
    /// Moves headers to their place that a presigned URL has in its query, as clients put them there to have them signed.
    /// </summary>
    public static void TakeFromQuery(WireRequest request)
    {
        foreach (var (name, value) in request.QueryParameters)
        {
            if ((name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !s_ofSignature.Contains(name))
                || s_ofVersion2.Contains(name))
                request.Headers.TryAdd(name, value);
        }
    }
}
