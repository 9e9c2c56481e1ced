namespace LakeTools.Local.Faults;

/// <summary>A body that something happens to in its middle.</summary>
/// <param name="body">The whole body.</param>
/// <param name="until">The number of bytes before the fault.</param>
/// <param name="happens">The fault: throws, or waits and lets the rest pass.</param>
internal sealed class CutStream(Stream body, long until, Func<CancellationToken, Task> happens) : Stream
{
    private long _left = until;
    private bool _happened;

    public override bool CanRead => body.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && !_happened)
        {
            _happened = true;
            await happens(cancellationToken).ConfigureAwait(false);
        }

        var length = _happened ? buffer.Length : (int)Math.Min(buffer.Length, _left);
        var read = await body.ReadAsync(buffer[..length], cancellationToken).ConfigureAwait(false);
        if (!_happened) _left -= read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) body.Dispose();
        base.Dispose(disposing);
    }
}
