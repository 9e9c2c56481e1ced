using System.Collections.Concurrent;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>
/// Writes an object that is not visible before it is committed. Data is sent to S3 as parts of an upload while more
/// is written, in bounded memory. The commit creates or replaces the object in one step. Closing the stream only ends the content, because
/// a compressor closes its target; <see cref="CommitAsync"/> or <see cref="DiscardAsync"/> decides.
/// </summary>
internal sealed class ObjectWriteStream : Stream
{
    private const int FirstPartSize = 8 * 1024 * 1024;
    private const int PartsOfOneSize = 1000; // larger parts after these, so that 10,000 of them hold S3's largest object
    private const int PartsAtATime = 3;

    private static readonly TimeSpan s_partsGrace = TimeSpan.FromSeconds(2);

    private readonly IAmazonS3 _client;
    private readonly string _contentType;
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _slots = new(PartsAtATime);
    private readonly ConcurrentBag<UploadPartResponse> _sent = [];
    private readonly List<Task> _sending = [];
    private S3Uri _uri;
    private readonly ConcurrentBag<byte[]> _free = []; // of parts that were sent
    private MemoryStream _part = new();
    private string? _uploadId;
    private readonly bool _isPrivate;
    private int _partCount;
    private bool _isSettled;

    /// <summary>Starts an object. Makes no call before a part is full.</summary>
    /// <param name="client">Writes it.</param>
    /// <param name="uri">Its address.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="stop">Ends the writing.</param>
    public ObjectWriteStream(IAmazonS3 client, S3Uri uri, string contentType, CancellationToken stop)
    {
        _client = client;
        _isPrivate = UploadIntegrity.IsPrivate(client);
        _uri = uri;
        _contentType = contentType;
        _stop = stop;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The object's address.</summary>
    public S3Uri Uri => _uri;

    /// <summary>The upload. Null if nothing was sent yet.</summary>
    public string? UploadId => _uploadId;

    private int PartSize => FirstPartSize << Math.Min(_partCount / PartsOfOneSize, 6);

    /// <summary>Sends the data written so far, so the commit is one short call.</summary>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The sending.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c>.</exception>
    public async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_part.Length > 0) SendPart();
            await Task.WhenAll(_sending).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, _uri.Bucket);
        }
    }

    /// <summary>Creates the object from the data.</summary>
    /// <param name="cancellationToken">Cancels the step, up to the moment when it is done.</param>
    /// <returns>The step.</returns>
    /// <exception cref="LakeException"><c>BucketNotFound</c>.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_uploadId is null) await PutWholeAsync(cancellationToken).ConfigureAwait(false);
            else await CompleteAsync(cancellationToken).ConfigureAwait(false);
            _isSettled = true;
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchBucket")
        {
            throw Buckets.NotFound(error, _uri.Bucket);
        }
    }

    /// <summary>Sets another URI for the object, before anything was sent.</summary>
    /// <param name="uri">The address.</param>
    public void MoveTo(S3Uri uri)
    {
        if (_uploadId is not null) throw new InvalidOperationException("The upload has begun.");
        _uri = uri;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var count = Math.Min(buffer.Length, PartSize - (int)_part.Length);
            _part.Write(buffer[..count]);
            buffer = buffer[count..];
            if (_part.Length == PartSize) SendPart();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Discards the data, if it was not committed.</summary>
    /// <returns>A task that takes seconds at most.</returns>
    public async Task DiscardAsync()
    {
        if (_isSettled) return;
        _isSettled = true;
        if (_uploadId is { } id) await TakeBackAsync(id).ConfigureAwait(false);
        _slots.Dispose();
    }

    // The writer waits here while the maximum number of parts is being sent. This limits the memory.
    private void SendPart()
    {
        _slots.Wait(_stop);
        _uploadId ??= StartAsync().GetAwaiter().GetResult();
        foreach (var task in _sending.Where(task => task.IsCompleted)) task.GetAwaiter().GetResult();
        _sending.RemoveAll(task => task.IsCompleted);
        var part = _part;
        _part = NextPart();
        var number = ++_partCount;
        _sending.Add(Task.Run(() => SendAsync(part, number))); // its hashes are not the writer's to wait for
    }

    private async Task<string> StartAsync()
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = _uri.Bucket,
            Key = _uri.Key,
            ContentType = _contentType,
            ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            ChecksumType = ChecksumType.FULL_OBJECT,
        };
        return (await _client.InitiateMultipartUploadAsync(request, _stop).ConfigureAwait(false)).UploadId;
    }

    private MemoryStream NextPart()
    {
        if (!_free.TryTake(out var buffer) || buffer.Length < PartSize) return new MemoryStream();
        var part = new MemoryStream(buffer, 0, buffer.Length, writable: true, publiclyVisible: true);
        part.SetLength(0);
        return part;
    }

    private async Task SendAsync(MemoryStream part, int number)
    {
        try
        {
            part.Position = 0;
            _sent.Add(await _client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = _uri.Bucket,
                Key = _uri.Key,
                UploadId = _uploadId,
                PartNumber = number,
                InputStream = part,
                PartSize = part.Length,
                ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
                ChecksumCRC32 = Crc32.Base64Of(part.GetBuffer().AsSpan(0, (int)part.Length)),
                DisablePayloadSigning = _isPrivate,
                UseChunkEncoding = false,
            }, _stop).ConfigureAwait(false));
            _free.Add(part.GetBuffer());
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task PutWholeAsync(CancellationToken cancellationToken)
    {
        _part.Position = 0;
        var request = new PutObjectRequest
        {
            BucketName = _uri.Bucket,
            Key = _uri.Key,
            InputStream = _part,
            ContentType = _contentType,
            ChecksumCRC32 = Crc32.Base64Of(_part.GetBuffer().AsSpan(0, (int)_part.Length)),
            DisablePayloadSigning = _isPrivate,
            UseChunkEncoding = false,
        };
        await _client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_part.Length > 0) SendPart();
        await Task.WhenAll(_sending).ConfigureAwait(false);
        var request = new CompleteMultipartUploadRequest { BucketName = _uri.Bucket, Key = _uri.Key, UploadId = _uploadId };
        request.AddPartETags(_sent.OrderBy(response => response.PartNumber));
        await _client.CompleteMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeBackAsync(string uploadId)
    {
        // Parts that are still being sent would remain after the upload ends.
        await Task.WhenAny(Task.WhenAll(_sending), Task.Delay(s_partsGrace)).ConfigureAwait(false);
        await MultipartUpload.AbortAsync(_client, _uri.Bucket, _uri.Key, uploadId).ConfigureAwait(false);
    }
}
