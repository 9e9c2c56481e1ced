using Amazon.S3;

namespace LakeTools.Core.Objects;

/// <summary>
/// Reads an object from any place on, block by block, each a request of its own: for forms whose directory is at the
/// end of the file. It fetches only requested blocks, and holds at most one block.
/// </summary>
/// <param name="client">Reads it.</param>
/// <param name="item">The object, with the size and entity tag that it must still have.</param>
internal sealed class ObjectBlockStream(IAmazonS3 client, LakeObject item) : Stream
{
    private const int BlockSize = 4 * 1024 * 1024;

    private byte[] _block = [];
    private int _length;
    private long _blockStart;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => item.Size;

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || Position >= item.Size) return 0;
        if (Position < _blockStart || Position >= _blockStart + _length) await FetchAsync(cancellationToken).ConfigureAwait(false);
        var offset = (int)(Position - _blockStart);
        var count = Math.Min(buffer.Length, _length - offset);
        _block.AsMemory(offset, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => item.Size + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The directory is read from the end backwards, so the last block ends with the file.
    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        if (_block.Length == 0) _block = new byte[(int)Math.Min(BlockSize, item.Size)];
        var start = Math.Min(Position, Math.Max(item.Size - _block.Length, 0));
        _length = 0;
        var part = await ObjectStream.OpenAsync(client, item, start, Math.Min(start + _block.Length, item.Size),
            ObjectStream.DefaultStall, cancellationToken).ConfigureAwait(false);
        await using var _ = part.ConfigureAwait(false);
        _length = await part.ReadAtLeastAsync(_block, (int)Math.Min(_block.Length, item.Size - start), throwOnEndOfStream: true,
            cancellationToken).ConfigureAwait(false);
        _blockStart = start;
    }
}
