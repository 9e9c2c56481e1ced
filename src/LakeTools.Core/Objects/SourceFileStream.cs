namespace LakeTools.Core.Objects;

/// <summary>
/// A part of a file that is sent. Its last bytes come only where the file has not changed, so a request whose body
/// would be a mixture never ends.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="start">The part's first byte.</param>
/// <param name="length">Its length in bytes.</param>
/// <param name="onRead">Receives the number of bytes read. Negative if they are read again.</param>
internal sealed class SourceFileStream(SourceFile file, long start, long length, Action<long> onRead) : Stream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            if (value < _position) onRead(value - _position);
            _position = value;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer = buffer[..(int)Math.Min(buffer.Length, length - _position)];
        return Taken(buffer.Length, await RandomAccess.ReadAsync(file.Handle, buffer, start + _position, cancellationToken)
            .ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        buffer = buffer[..(int)Math.Min(buffer.Length, length - _position)];
        return Taken(buffer.Length, RandomAccess.Read(file.Handle, buffer, start + _position));
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Taken(int wanted, int read)
    {
        if (_position + read == length || read < wanted) file.Check();
        _position += read;
        if (read > 0) onRead(read);
        return read;
    }
}
