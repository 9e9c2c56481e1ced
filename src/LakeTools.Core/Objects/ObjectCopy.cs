using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Objects;

/// <summary>Copies objects within S3, so that their bytes do not come here.</summary>
public static class ObjectCopy
{
    private const long LargestInOneCall = 5L * 1024 * 1024 * 1024; // S3's limit of CopyObject
    private const long PartSize = 512L * 1024 * 1024;
    private const int PartsAtATime = 8;

    /// <summary>Copies an object with its content type and metadata.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="source">The object, which must not have changed since it was found.</param>
    /// <param name="destination">The copy's address.</param>
    /// <param name="cancellationToken">Cancels the copy and takes back what was copied.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>ObjectChanged</c>, <c>BucketNotFound</c>.</exception>
    public static async Task CopyAsync(LakeConnection connection, LakeObject source, S3Uri destination, CancellationToken cancellationToken)
    {
        var client = connection.Clients.S3;
        try
        {
            if (source.Size > LargestInOneCall)
            {
                await CopyPartedAsync(client, source, destination, cancellationToken).ConfigureAwait(false);
                return;
            }

            await client.CopyObjectAsync(new CopyObjectRequest
            {
                SourceBucket = source.Bucket,
                SourceKey = source.Key,
                ETagToMatch = source.ETag,
                DestinationBucket = destination.Bucket,
                DestinationKey = destination.Key,
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, destination.Bucket);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchKey")
        {
            throw new LakeException(error, nameof(Errors.Errors.ObjectNotFound), LakeErrorCategory.NotFound, source, Errors.Errors.ObjectNotFound, source.Uri);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            throw new LakeException(error, nameof(Errors.Errors.ObjectChanged), LakeErrorCategory.Conflict, source, Errors.Errors.ObjectChanged, source.Uri);
        }
    }

    private static async Task CopyPartedAsync(IAmazonS3 client, LakeObject source, S3Uri destination, CancellationToken cancellationToken)
    {
        var (bucket, key) = destination;
        var head = await client.GetObjectMetadataAsync(source.Bucket, source.Key, cancellationToken).ConfigureAwait(false);
        var start = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = head.Headers.ContentType };
        foreach (var name in head.Metadata.Keys) start.Metadata[name] = head.Metadata[name];
        var upload = await client.InitiateMultipartUploadAsync(start, cancellationToken).ConfigureAwait(false);
        try
        {
            var parts = PartPlan.Of(source.Size, PartSize);
            var copied = new CopyPartResponse[parts.Count];
            await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = PartsAtATime, CancellationToken = cancellationToken }, async (part, token) =>
                copied[part.Number - 1] = await client.CopyPartAsync(new CopyPartRequest
                {
                    SourceBucket = source.Bucket,
                    SourceKey = source.Key,
                    ETagToMatch = [source.ETag],
                    DestinationBucket = bucket,
                    DestinationKey = key,
                    UploadId = upload.UploadId,
                    PartNumber = part.Number,
                    FirstByte = part.Start,
                    LastByte = part.Start + part.Length - 1,
                }, token).ConfigureAwait(false)).ConfigureAwait(false);
            var complete = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload.UploadId };
            complete.AddPartETags(copied);
            await client.CompleteMultipartUploadAsync(complete, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ObjectUpload.AbortAsync(client, bucket, key, upload.UploadId).ConfigureAwait(false);
            throw;
        }
    }
}
