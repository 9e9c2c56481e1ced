namespace LakeTools.Local.S3.Storage;

/// <summary>
/// Reads a range of an object over what holds it. All files are opened at once, so an object which is
/// replaced or deleted in the meantime is still read whole.
/// </summary>
internal sealed class SegmentStream : Stream
{
    private readonly List<Stream> _files;
    private int _current;
    private long _left;

    private SegmentStream(List<Stream> files, IReadOnlyList<Segment> segments, long length)
    {
        _files = files;
        Segments = segments;
        _left = length;
    }

    /// <summary>All that holds the object, be it read or not.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the files that a range is in.</summary>
    /// <exception cref="FileNotFoundException">The content was deleted since its segments were read.</exception>
    public static SegmentStream Open(BlobFolder blobs, IReadOnlyList<Segment> segments, long offset, long length)
    {
        var files = new List<Stream>();
        try
        {
            long start = 0;
            foreach (var segment in segments)
            {
                var end = start + segment.Size;
                if (end > offset && start < offset + length)
                {
                    Stream file = segment.Bytes is { } bytes ? new MemoryStream(bytes, writable: false) : blobs.OpenRead(segment.Blob);
                    files.Add(file);
                    file.Position = Math.Max(0, offset - start);
                }

                start = end;
            }

            return new SegmentStream(files, segments, length);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    // A read of a file blocks some thread in any case. On the caller's thread, the asynchronous methods above it run to their end without
    // being suspended: they are many, and each would have to be compiled for that.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_left > 0 && _current < _files.Count && buffer.Length > 0)
        {
            var read = _files[_current].Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            if (read > 0) return read;
            _current++;
        }

        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var file in _files) file.Dispose();
        base.Dispose(disposing);
    }
}
