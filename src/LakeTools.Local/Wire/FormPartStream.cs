using System.Text;

namespace LakeTools.Local.Wire;

/// <summary>Reads the parts of a form one after the other: the head of one, then its bytes up to the boundary.</summary>
/// <param name="inner">The body as sent.</param>
/// <param name="boundary">The boundary of the parts, with its two hyphens.</param>
internal sealed class FormPartStream(Stream inner, string boundary) : Stream
{
    private const int MaxHead = 8 * 1024;

    private readonly byte[] _delimiter = Encoding.UTF8.GetBytes("\r\n" + boundary);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _to;
    private bool _isInPart;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the first boundary.</summary>
    /// <returns>False if the body does not begin with it.</returns>
    public async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        var first = _delimiter.AsMemory(2);
        await FillAsync(first.Length, cancellationToken).ConfigureAwait(false);
        if (_to - _from < first.Length || !_buffer.AsSpan(_from, first.Length).SequenceEqual(first.Span)) return false;
        _from += first.Length;
        return true;
    }

    /// <summary>Reads the head of the next part, after a boundary.</summary>
    /// <returns>Its lines; null if the form ends.</returns>
    public async Task<string?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await FillAsync(2, cancellationToken).ConfigureAwait(false);
        if (_to - _from < 2 || !_buffer.AsSpan(_from, 2).SequenceEqual("\r\n"u8)) return null;
        while (true)
        {
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var head = Encoding.UTF8.GetString(_buffer, _from, end);
                _from += end + 4;
                _isInPart = true;
                return head;
            }

            var known = _to - _from;
            if (known > MaxHead) return null;
            await FillAsync(known + 1, cancellationToken).ConfigureAwait(false);
            if (_to - _from == known) return null;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_isInPart || buffer.Length == 0) return 0;
        await FillAsync(_delimiter.Length, cancellationToken).ConfigureAwait(false);
        var known = _buffer.AsMemory(_from, _to - _from);
        if (known.Length < _delimiter.Length) throw new ApiException("IncompleteBody", "The request body terminated unexpectedly");
        var end = known.Span.IndexOf(_delimiter);
        if (end == 0)
        {
            _from += _delimiter.Length;
            _isInPart = false;
            return 0;
        }

        // Bytes that may be the beginning of a boundary wait for the rest of it.
        var count = Math.Min(buffer.Length, end > 0 ? end : known.Length - _delimiter.Length + 1);
        known[..count].CopyTo(buffer);
        _from += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads until so many bytes are known, or the body ends.</summary>
    private async ValueTask FillAsync(int count, CancellationToken cancellationToken)
    {
        if (_to - _from >= count) return;
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        while (_to < count)
        {
            var read = await inner.ReadAsync(_buffer.AsMemory(_to), cancellationToken).ConfigureAwait(false);
            if (read == 0) return;
            _to += read;
        }
    }
}
