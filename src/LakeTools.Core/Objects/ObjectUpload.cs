using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Objects;

/// <summary>
/// Uploads files to S3. Large files are uploaded in parallel parts and read from disk as they are sent, so memory does not
/// grow with them. An upload that does not finish leaves no object and no parts. Thread-safe.
/// </summary>
public sealed class ObjectUpload : IDisposable
{
    private readonly IAmazonS3 _client;
    private readonly TransferOptions _options;
    private readonly TransferProgress _progress;
    private readonly SemaphoreSlim _parts;
    private readonly bool _isPrivate;

    /// <summary>Prepares to send files.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="options">The options of the upload.</param>
    /// <param name="activity">The activity to show as progress.</param>
    /// <param name="total">The number of bytes to upload.</param>
    /// <param name="progress">Receives the progress, or null.</param>
    public ObjectUpload(LakeConnection connection, TransferOptions options, string activity, long total, IProgress<LakeProgress>? progress)
    {
        _client = connection.Clients.S3;
        _isPrivate = UploadIntegrity.IsPrivate(_client);
        _options = options;
        _progress = new TransferProgress(progress, activity, total);
        _parts = new SemaphoreSlim(options.Parts);
    }

    /// <summary>Uploads a file. If a connection breaks, only its part is sent again.</summary>
    /// <param name="item">The file and the object.</param>
    /// <param name="contentType">Its content type. Null to use its file extension.</param>
    /// <param name="cancellationToken">Cancels the upload and removes the parts that were sent.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c>, <c>FileChanged</c>, <c>ObjectExists</c>,
    /// <c>WriteUncertain</c>.</exception>
    public async Task SendAsync(UploadItem item, string? contentType, CancellationToken cancellationToken)
    {
        contentType ??= ContentTypes.OfName(item.Path);
        using var file = new SourceFile(item.Path);
        try
        {
            if (file.Length < _options.PartedFrom) await SendWholeAsync(item, file, contentType, cancellationToken).ConfigureAwait(false);
            else await SendPartedAsync(item, file, contentType, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException && file.IsChanged)
        {
            throw file.Changed(error); // some transports tell of the end of the body in their own words
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, item.Destination.Bucket);
        }
        catch (AmazonS3Exception error) when (_options.NoClobber && error.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            throw ObjectListing.Exists(error, item.Destination);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();

    private async Task SendWholeAsync(UploadItem item, SourceFile file, string contentType, CancellationToken cancellationToken)
    {
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var crc = await file.Crc32Async(0, file.Length, cancellationToken).ConfigureAwait(false);
            var request = new PutObjectRequest
            {
                BucketName = item.Destination.Bucket,
                Key = item.Destination.Key,
                InputStream = file.Open(0, file.Length, Sent(item)),
                AutoCloseStream = false,
                ContentType = contentType,
                ChecksumCRC32 = crc,
                DisablePayloadSigning = _isPrivate,
                UseChunkEncoding = false,
                IfNoneMatch = _options.NoClobber ? "*" : null,
            };
            await LostWrite.CallAsync(
                _client,
                item.Destination,
                file.Length,
                () => _client.PutObjectAsync(request, cancellationToken),
                head => Task.FromResult(ObjectChecksum.Is(head, crc)),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _parts.Release();
        }
    }

    private Task SendPartedAsync(UploadItem item, SourceFile file, string contentType, CancellationToken cancellationToken)
    {
        var (bucket, key) = item.Destination;
        var start = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = contentType };
        return MultipartUpload.RunAsync(_client, start, file.Length, _options.NoClobber, async (uploadId, complete) =>
        {
            var parts = PartPlan.Of(file.Length, _options.PartSize);
            var sent = new UploadPartResponse[parts.Count];
            await Parallel.ForEachAsync(parts, SideBySide(cancellationToken), async (part, token) =>
                sent[part.Number - 1] = await SendPartAsync(item, file, uploadId, part, token).ConfigureAwait(false)).ConfigureAwait(false);
            file.Check();
            complete.AddPartETags(sent);
            return Crc32.OfPieces(parts.Select(part => ((string?)sent[part.Number - 1].ChecksumCRC32, part.Length)));
        }, cancellationToken);
    }

    private async Task<UploadPartResponse> SendPartAsync(UploadItem item, SourceFile file, string uploadId, PartPlan.Part part,
        CancellationToken cancellationToken)
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
                InputStream = file.Open(part.Start, part.Length, Sent(item)),
                PartSize = part.Length,
                ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
                ChecksumCRC32 = await file.Crc32Async(part.Start, part.Length, cancellationToken).ConfigureAwait(false),
                DisablePayloadSigning = _isPrivate,
                UseChunkEncoding = false,
            }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _parts.Release();
        }
    }

    private Action<long> Sent(UploadItem item) => bytes => _progress.Add(bytes, item.Destination.Name);

    private ParallelOptions SideBySide(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = _options.Parts, CancellationToken = cancellationToken };
}
