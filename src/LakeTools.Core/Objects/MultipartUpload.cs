using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Core.Objects;

/// <summary>An upload in parts, which becomes an object or leaves nothing behind.</summary>
internal static class MultipartUpload
{
    private static readonly TimeSpan s_abortTime = TimeSpan.FromSeconds(4);

    /// <summary>Makes an object of parts.</summary>
    /// <param name="client">Writes it.</param>
    /// <param name="start">How the upload begins. Its checksum becomes one of the whole object, so that whoever receives that
    /// can verify it.</param>
    /// <param name="noClobber">True to fail where there is an object already.</param>
    /// <param name="addParts">Sends the parts of the upload with the given id, and adds them to the request that ends it.</param>
    /// <param name="cancellationToken">Cancels the upload and takes back what was sent.</param>
    /// <returns>The work.</returns>
    public static async Task RunAsync(IAmazonS3 client, InitiateMultipartUploadRequest start, bool noClobber,
        Func<string, CompleteMultipartUploadRequest, Task> addParts, CancellationToken cancellationToken)
    {
        start.ChecksumAlgorithm = ChecksumAlgorithm.CRC32;
        start.ChecksumType = ChecksumType.FULL_OBJECT;

        // Not cancelled on its way: an upload whose id nobody got could not be taken back.
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
            await addParts(upload.UploadId, complete).ConfigureAwait(false);
            await client.CompleteMultipartUploadAsync(complete, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbortAsync(client, start.BucketName, start.Key, upload.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Takes back the parts of an upload. Whoever gave up has waited long enough, so that this neither throws nor takes long.
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
            // What made us give up is the error to show. A lifecycle rule of the bucket removes what is left.
        }
    }
}
