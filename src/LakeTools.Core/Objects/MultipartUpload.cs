using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>A multipart upload, which creates an object or leaves nothing.</summary>
internal static class MultipartUpload
{
    private static readonly TimeSpan s_abortTime = TimeSpan.FromSeconds(4);

    /// <summary>Makes an object of parts.</summary>
    /// <param name="client">Writes it.</param>
    /// <param name="start">The request that starts the upload. Its checksum becomes one of the whole object, so a receiver of the object
    /// can verify it.</param>
    /// <param name="size">The size of the object, in bytes.</param>
    /// <param name="noClobber">True to fail if the object exists.</param>
    /// <param name="addParts">Sends the parts of the upload with the given id, and adds them to the request that ends it. Returns the
    /// CRC-32 of the object, or null.</param>
    /// <param name="cancellationToken">Cancels the upload and removes the parts that were sent.</param>
    /// <returns>The work.</returns>
    public static async Task RunAsync(IAmazonS3 client, InitiateMultipartUploadRequest start, long size, bool noClobber,
        Func<string, CompleteMultipartUploadRequest, Task<string?>> addParts, CancellationToken cancellationToken)
    {
        start.ChecksumAlgorithm = ChecksumAlgorithm.CRC32;
        start.ChecksumType = ChecksumType.FULL_OBJECT;

        // Not cancelled, because an upload without a known id could not be aborted.
        cancellationToken.ThrowIfCancellationRequested();
        var upload = await client.InitiateMultipartUploadAsync(start, CancellationToken.None).ConfigureAwait(false);
        try
        {
            var complete = new CompleteMultipartUploadRequest
            {
                BucketName = start.BucketName,
                Key = start.Key,
                UploadId = upload.UploadId,
                IfNoneMatch = noClobber ? "*" : null,
            };
            var crc = await addParts(upload.UploadId, complete).ConfigureAwait(false);
            await LostWrite.CallAsync(
                client,
                new S3Uri(start.BucketName, start.Key),
                size,
                () => client.CompleteMultipartUploadAsync(complete, cancellationToken),
                head => Task.FromResult(ObjectChecksum.Is(head, crc)),
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbortAsync(client, start.BucketName, start.Key, upload.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Aborts an upload. It does not throw and takes little time, because the caller has already failed.
    /// </summary>
    public static async Task AbortAsync(IAmazonS3 client, string bucket, string key, string uploadId)
    {
        using var time = new CancellationTokenSource(s_abortTime);
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, uploadId, time.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException
            or OperationCanceledException)
        {
            // The first error is the one to show. A lifecycle rule of the bucket can remove what is left.
        }
    }
}
