using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Objects;

/// <summary>
/// Sends files to S3. Large ones go in parts, side by side, read from disk as they are sent, so that memory does not
/// grow with them. An upload that does not come to its end leaves no object and no parts. Safe for use by several threads.
/// </summary>
public sealed class ObjectUpload : IDisposable
{
    private static readonly TimeSpan s_abortTime = TimeSpan.FromSeconds(4);

    private readonly IAmazonS3 _client;
    private readonly TransferOptions _options;
    private readonly TransferProgress _progress;
    private readonly SemaphoreSlim _parts;

    /// <summary>Prepares to send files.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="options">How to send.</param>
    /// <param name="activity">What is done, for the progress.</param>
    /// <param name="total">How many bytes will be sent.</param>
    /// <param name="progress">Told of what went over, or null.</param>
    public ObjectUpload(LakeConnection connection, TransferOptions options, string activity, long total, IProgress<LakeProgress>? progress)
    {
        _client = connection.Clients.S3;
        _options = options;
        _progress = new TransferProgress(progress, activity, total);
        _parts = new SemaphoreSlim(options.Parts);
    }

    /// <summary>Sends a file.</summary>
    /// <param name="item">The file and where to.</param>
    /// <param name="contentType">Its content type; by its name where null.</param>
    /// <param name="cancellationToken">Cancels the upload and takes back what was sent.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c>.</exception>
    public async Task SendAsync(UploadItem item, string? contentType, CancellationToken cancellationToken)
    {
        contentType ??= ContentTypes.OfName(item.Path);
        try
        {
            if (item.Size < _options.PartedFrom) await SendWholeAsync(item, contentType, cancellationToken).ConfigureAwait(false);
            else await SendPartedAsync(item, contentType, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, item.Destination.Bucket);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();

    private async Task SendWholeAsync(UploadItem item, string contentType, CancellationToken cancellationToken)
    {
        using var file = new FileStream(item.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var request = new PutObjectRequest
        {
            BucketName = item.Destination.Bucket,
            Key = item.Destination.Key,
            InputStream = file,
            AutoCloseStream = false,
            ContentType = contentType,
            StreamTransferProgress = (_, sent) => _progress.Add(sent.IncrementTransferred, item.Destination.Name),
        };
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _parts.Release();
        }
    }

    private async Task SendPartedAsync(UploadItem item, string contentType, CancellationToken cancellationToken)
    {
        var (bucket, key) = item.Destination;
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = bucket,
            Key = key,
            ContentType = contentType,
            ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            ChecksumType = ChecksumType.FULL_OBJECT, // so that whoever receives the object can verify all of it
        };
        var upload = await _client.InitiateMultipartUploadAsync(start, cancellationToken).ConfigureAwait(false);
        try
        {
            var sent = new ConcurrentBag<UploadPartResponse>();
            var parts = PartPlan.Of(item.Size, _options.PartSize);
            await Parallel.ForEachAsync(parts, SideBySide(cancellationToken), async (part, token) =>
                sent.Add(await SendPartAsync(item, upload.UploadId, part, token).ConfigureAwait(false))).ConfigureAwait(false);
            var complete = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload.UploadId };
            complete.AddPartETags(sent.OrderBy(response => response.PartNumber));
            await _client.CompleteMultipartUploadAsync(complete, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await AbortAsync(_client, bucket, key, upload.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<UploadPartResponse> SendPartAsync(UploadItem item, string uploadId, PartPlan.Part part, CancellationToken cancellationToken)
    {
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = item.Destination.Bucket,
                Key = item.Destination.Key,
                UploadId = uploadId,
                PartNumber = part.Number,
                FilePath = item.Path,
                FilePosition = part.Start,
                PartSize = part.Length,
                ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
                StreamTransferProgress = (_, sent) => _progress.Add(sent.IncrementTransferred, item.Destination.Name),
            }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _parts.Release();
        }
    }

    private ParallelOptions SideBySide(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = _options.Parts, CancellationToken = cancellationToken };

    /// <summary>Takes back the parts of an upload. Whoever gave up has waited long enough, so that this neither throws nor takes long.</summary>
    internal static async Task AbortAsync(IAmazonS3 client, string bucket, string key, string uploadId)
    {
        using var time = new CancellationTokenSource(s_abortTime);
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, uploadId, time.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
        {
            // What made us give up is the error to show. A lifecycle rule of the bucket removes what is left.
        }
    }
}
