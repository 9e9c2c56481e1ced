using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Objects;

/// <summary>
/// Reads an object from start to end. If the connection breaks, reading continues at that byte of the same
/// content. If the object was overwritten in between, that is an error.
/// </summary>
internal sealed class ObjectStream : Stream
{
    /// <summary>The time without data after which a connection counts as broken.</summary>
    public static readonly TimeSpan DefaultStall = TimeSpan.FromSeconds(30);

    private const int MostBreaks = 5;

    private readonly IAmazonS3 _client;
    private readonly LakeObject _object;
    private readonly long _end;
    private readonly TimeSpan _stall;
    private GetObjectResponse? _response;
    private long _position;
    private int _breaks;

    private ObjectStream(IAmazonS3 client, LakeObject item, long start, long end, TimeSpan stall)
    {
        _stall = stall;
        _client = client;
        _object = item;
        _position = start;
        _end = end;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Opens an object.</summary>
    /// <param name="client">Reads it.</param>
    /// <param name="item">The object, with the size and entity tag that it must still have.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>ObjectChanged</c>.</exception>
    public static Task<Stream> OpenAsync(IAmazonS3 client, LakeObject item, CancellationToken cancellationToken) =>
        OpenAsync(client, item, 0, item.Size, DefaultStall, cancellationToken);

    /// <summary>Opens a part of an object.</summary>
    /// <param name="client">Reads it.</param>
    /// <param name="item">The object, with the size and entity tag that it must still have.</param>
    /// <param name="start">The part's first byte.</param>
    /// <param name="end">The byte after its last.</param>
    /// <param name="stall">The time without data after which the connection counts as broken.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>ObjectChanged</c>.</exception>
    public static async Task<Stream> OpenAsync(IAmazonS3 client, LakeObject item, long start, long end, TimeSpan stall,
        CancellationToken cancellationToken)
    {
        var stream = new ObjectStream(client, item, start, end, stall);
        await stream.ConnectAsync(cancellationToken).ConfigureAwait(false);
        return stream;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > _end - _position) buffer = buffer[..(int)(_end - _position)];
        while (buffer.Length > 0)
        {
            try
            {
                if (_response is null) await ConnectAsync(cancellationToken).ConfigureAwait(false);
                var read = await ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0) throw new EndOfStreamException($"{_object.Uri} ended at byte {_position}.");
                _position += read;
                _breaks = 0;
                return read;
            }
            catch (Exception error) when (error is IOException or HttpRequestException && ++_breaks < MostBreaks
                && !cancellationToken.IsCancellationRequested)
            {
                _response?.Dispose();
                _response = null;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _response?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(_stall);
        try
        {
            return await _response!.ResponseStream.ReadAsync(buffer, time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"Nothing of {_object.Uri} came for {_stall.TotalSeconds} seconds.", error);
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_position >= _end) return;
        var request = new GetObjectRequest { BucketName = _object.Bucket, Key = _object.Key, EtagToMatch = Quoted(_object.ETag) };
        if (_position > 0 || _end < _object.Size) request.ByteRange = new ByteRange(_position, _end - 1);
        try
        {
            _response = await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            throw Fault.ObjectChanged(_object, _object.Uri, inner: error);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw Fault.ObjectNotFound(_object, _object.Uri, inner: error);
        }
    }

    private static string? Quoted(string etag) => etag.Length == 0 ? null : $"\"{etag}\"";
}
