using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Core.Objects;

/// <summary>
/// What keeps an upload whole: a CRC-32 that S3 verifies, given beforehand since the SDK's own is slow on the runtimes that the
/// module is for. A signature of the content adds nothing where TLS keeps the request.
/// </summary>
internal static class UploadIntegrity
{
    /// <summary>True where requests go over TLS.</summary>
    /// <param name="client">Sends them.</param>
    /// <returns>False over plain HTTP, where the content must be signed.</returns>
    public static bool IsPrivate(IAmazonS3 client) =>
        client.DetermineServiceOperationEndpoint(new ListBucketsRequest()).URL.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
