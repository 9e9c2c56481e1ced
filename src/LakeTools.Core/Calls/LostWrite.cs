using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Calls;

/// <summary>
/// A write to S3 that is rejected if it is repeated: it must not replace an object, or it ends an upload. If the response is lost, the
/// retry of the SDK meets the object of the first attempt. This class compares that object with what was sent.
/// </summary>
internal static class LostWrite
{
    /// <summary>Makes the write. It succeeds if a retry is rejected, and the object is what was sent.</summary>
    /// <param name="client">Reads the object.</param>
    /// <param name="uri">The object.</param>
    /// <param name="size">The size of what was sent, in bytes.</param>
    /// <param name="write">The call.</param>
    /// <param name="isSent">Returns whether an object of this size has the content that was sent. Null if that is not known.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>WriteUncertain</c>.</exception>
    public static async Task CallAsync(IAmazonS3 client, S3Uri uri, long size, Func<Task> write,
        Func<GetObjectMetadataResponse, Task<bool?>> isSent, CancellationToken cancellationToken)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (AmazonS3Exception refusal) when (SdkTries.MayBeOurs(refusal)
            && (refusal.StatusCode == HttpStatusCode.PreconditionFailed || refusal.ErrorCode == "NoSuchUpload"))
        {
            if (!await IsDoneAsync(client, uri, size, isSent, cancellationToken).ConfigureAwait(false)) throw;
        }
    }

    private static async Task<bool> IsDoneAsync(IAmazonS3 client, S3Uri uri, long size,
        Func<GetObjectMetadataResponse, Task<bool?>> isSent, CancellationToken cancellationToken)
    {
        GetObjectMetadataResponse? head = null;
        try
        {
            var request = new GetObjectMetadataRequest { BucketName = uri.Bucket, Key = uri.Key, ChecksumMode = ChecksumMode.ENABLED };
            head = await client.GetObjectMetadataAsync(request, cancellationToken).ConfigureAwait(false);
            if (head.ContentLength != size) return false;
            return await isSent(head).ConfigureAwait(false)
                ?? throw Fault.WriteUncertain(uri.ToString(), uri, "no checksum is known for both");
        }
        catch (AmazonS3Exception error) when (head is null && error.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonS3Exception error)
        {
            throw Fault.WriteUncertain(uri.ToString(), uri, $"it cannot be read ({error.Message})", inner: error);
        }
    }
}
