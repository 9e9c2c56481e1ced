using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Core.Objects;

/// <summary>
/// The integrity check of an upload: a CRC-32 that S3 verifies. It is computed here, because that of the SDK is slow on the runtimes of the
/// module. A signature of the content is not needed with TLS.
/// </summary>
internal static class UploadIntegrity
{
    /// <summary>True if requests go over TLS.</summary>
    /// <param name="client">Sends them.</param>
    /// <returns>False for plain HTTP, for which the content must be signed.</returns>
    public static bool IsPrivate(IAmazonS3 client) =>
        client.DetermineServiceOperationEndpoint(new ListBucketsRequest()).URL.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
