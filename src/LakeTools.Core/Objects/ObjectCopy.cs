using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Objects;

/// <summary>
/// Copies objects within S3, without a download. Large objects are copied in parallel parts. A copy that does not
/// finish leaves no object and no parts. Thread-safe.
/// </summary>
public sealed class ObjectCopy : IDisposable
{
    private readonly IAmazonS3 _client;
    private readonly TransferOptions _options;
    private readonly TransferProgress _progress;
    private readonly SemaphoreSlim _parts;

    /// <summary>Prepares to copy objects.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="options">The options of the copy.</param>
    /// <param name="activity">The activity to show as progress.</param>
    /// <param name="total">The number of bytes to copy.</param>
    /// <param name="progress">Receives the progress, or null.</param>
    public ObjectCopy(LakeConnection connection, TransferOptions options, string activity, long total, IProgress<LakeProgress>? progress)
    {
        _client = connection.Clients.S3;
        _options = options;
        _progress = new TransferProgress(progress, activity, total);
        _parts = new SemaphoreSlim(options.Parts);
    }

    /// <summary>Copies an object with its content type, metadata and tags.</summary>
    /// <param name="item">The object, which must not have changed since it was found, and where to.</param>
    /// <param name="cancellationToken">Cancels the copy and takes back what was copied.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>ObjectChanged</c>, <c>BucketNotFound</c>, <c>ObjectExists</c>,
    /// <c>WriteUncertain</c>.</exception>
    public async Task CopyAsync(CopyItem item, CancellationToken cancellationToken)
    {
        var source = item.Source;
        try
        {
            if (source.Size < _options.CopyPartedFrom) await CopyWholeAsync(item, cancellationToken).ConfigureAwait(false);
            else await CopyPartedAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, item.Destination.Bucket);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw Fault.ObjectNotFound(source, source.Uri, inner: error);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            // S3 returns the same error for a changed source and for an existing copy.
            if (_options.NoClobber && await ObjectListing.GetAsync(_client, item.Destination, cancellationToken)
                .ConfigureAwait(false) is not null)
                throw ObjectListing.Exists(error, item.Destination);
            throw Fault.ObjectChanged(source, source.Uri, inner: error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();

    private async Task CopyWholeAsync(CopyItem item, CancellationToken cancellationToken)
    {
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var request = new CopyObjectRequest
            {
                SourceBucket = item.Source.Bucket,
                SourceKey = item.Source.Key,
                ETagToMatch = item.Source.ETag,
                DestinationBucket = item.Destination.Bucket,
                DestinationKey = item.Destination.Key,
                IfNoneMatch = _options.NoClobber ? "*" : null,
            };
            await LostWrite.CallAsync(
                _client,
                item.Destination,
                item.Source.Size,
                () => _client.CopyObjectAsync(request, cancellationToken),
                head => IsCopyAsync(item.Source, head, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            _progress.Add(item.Source.Size, item.Destination.Name);
        }
        finally
        {
            _parts.Release();
        }
    }

    // A source that has changed since is not what was copied.
    private async Task<bool?> IsCopyAsync(LakeObject source, GetObjectMetadataResponse copy, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = source.Bucket, Key = source.Key, ChecksumMode = ChecksumMode.ENABLED };
        var head = await _client.GetObjectMetadataAsync(request, cancellationToken).ConfigureAwait(false);
        return ObjectListing.Bare(head.ETag) == source.ETag ? ObjectChecksum.AreSame(head, copy) : null;
    }

    private async Task CopyPartedAsync(CopyItem item, CancellationToken cancellationToken)
    {
        var start = await StartAsync(item, cancellationToken).ConfigureAwait(false);
        await MultipartUpload.RunAsync(_client, start, item.Source.Size, _options.NoClobber, async (uploadId, complete) =>
        {
            var parts = PartPlan.Of(item.Source.Size, _options.CopyPartSize);
            var copied = new CopyPartResponse[parts.Count];
            await Parallel.ForEachAsync(parts,
                new ParallelOptions { MaxDegreeOfParallelism = _options.Parts, CancellationToken = cancellationToken },
                async (part, token) =>
                copied[part.Number - 1] = await CopyPartAsync(item, uploadId, part, token).ConfigureAwait(false)).ConfigureAwait(false);
            complete.AddPartETags(copied);
            return Crc32.OfPieces(parts.Select(part => ((string?)copied[part.Number - 1].ChecksumCRC32, part.Length)));
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CopyPartResponse> CopyPartAsync(CopyItem item, string uploadId, PartPlan.Part part,
        CancellationToken cancellationToken)
    {
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await _client.CopyPartAsync(new CopyPartRequest
            {
                SourceBucket = item.Source.Bucket,
                SourceKey = item.Source.Key,
                ETagToMatch = [item.Source.ETag],
                DestinationBucket = item.Destination.Bucket,
                DestinationKey = item.Destination.Key,
                UploadId = uploadId,
                PartNumber = part.Number,
                FirstByte = part.Start,
                LastByte = part.Start + part.Length - 1,
            }, cancellationToken).ConfigureAwait(false);
            _progress.Add(part.Length, item.Destination.Name);
            return response;
        }
        finally
        {
            _parts.Release();
        }
    }

    // CopyObject copies all of this. An upload must specify it.
    private async Task<InitiateMultipartUploadRequest> StartAsync(CopyItem item, CancellationToken cancellationToken)
    {
        var source = item.Source;
        var head = await _client.GetObjectMetadataAsync(source.Bucket, source.Key, cancellationToken).ConfigureAwait(false);
        var start = new InitiateMultipartUploadRequest { BucketName = item.Destination.Bucket, Key = item.Destination.Key,
            ContentType = head.Headers.ContentType };
        start.Headers.CacheControl = head.Headers.CacheControl;
        start.Headers.ContentDisposition = head.Headers.ContentDisposition;
        start.Headers.ContentEncoding = head.Headers.ContentEncoding;
        start.Headers.ContentLanguage = head.Headers.ContentLanguage;
        if (head.ExpiresString is { Length: > 0 } expires) start.Headers["Expires"] = expires;
        foreach (var name in head.Metadata.Keys) start.Metadata[name] = head.Metadata[name];
        if (head.TagsCount > 0)
        {
            var request = new GetObjectTaggingRequest { BucketName = source.Bucket, Key = source.Key };
            start.TagSet = (await _client.GetObjectTaggingAsync(request, cancellationToken).ConfigureAwait(false)).Tagging;
        }

        return start;
    }
}
