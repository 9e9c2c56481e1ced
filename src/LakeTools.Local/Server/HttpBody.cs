using System.Globalization;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Server;

/// <summary>The body of a request on a connection, by its length or in HTTP's chunks.</summary>
internal sealed class HttpBody : Stream
{
    // Of a chunk's size: so many always fit a long.
    private const int MaxSizeDigits = 15;

    private readonly HttpInput _input;
    private readonly HttpBounds _bounds;
    private readonly bool _isChunked;
    private Func<Task>? _beforeFirstRead;
    private long _left;
    private bool _inChunk;
    private bool _isBroken;

    /// <summary>Begins a body.</summary>
    /// <param name="input">The connection.</param>
    /// <param name="bounds">The limits for bytes besides the body.</param>
    /// <param name="length">Its length; null if it comes in chunks.</param>
    /// <param name="beforeFirstRead">Tells a client that waits for it to send the body; null if none waits.</param>
    public HttpBody(HttpInput input, HttpBounds bounds, long? length, Func<Task>? beforeFirstRead)
    {
        _input = input;
        _bounds = bounds;
        _isChunked = length is null;
        _left = length ?? 0;
        _beforeFirstRead = beforeFirstRead;
        // A waiting client gets its 100 for an empty body too. Without it, botocore uses the status of this response for the next request
        // on the connection, which then never gets its own.
        IsAtEnd = length == 0 && beforeFirstRead is null;
    }

    /// <summary>True once all of it was read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>True if the client still waits for permission to send it.</summary>
    public bool IsAwaited => _beforeFirstRead is not null && !IsAtEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsAtEnd || buffer.Length == 0) return 0;
        if (_isBroken) throw Malformed();
        if (_beforeFirstRead is { } tell)
        {
            _beforeFirstRead = null;
            await tell().ConfigureAwait(false);
        }

        if (_isChunked && _left == 0 && !await NextChunkAsync().ConfigureAwait(false)) return 0;
        if (_left == 0)
        {
            IsAtEnd = true;
            return 0;
        }

        var read = await _input.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)]).ConfigureAwait(false);
        if (read == 0) throw new EndOfStreamException("The client closed the connection inside a body.");
        _left -= read;
        if (_left == 0 && !_isChunked) IsAtEnd = true;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Discards what was not read.</summary>
    /// <returns>False if that is too much, so the connection must end.</returns>
    public async Task<bool> DrainAsync()
    {
        if (IsAwaited || _isBroken) return false;
        if (IsAtEnd) return true;
        var block = new byte[16 * 1024];
        var total = 0;
        while (!IsAtEnd)
        {
            total += await ReadAsync(block).ConfigureAwait(false);
            if (total > _bounds.MaxDrain) return false;
        }

        return true;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads up to the next chunk's bytes. After what cannot be read, the start of the next request is unknown.</summary>
    private async Task<bool> NextChunkAsync()
    {
        _isBroken = true;
        try
        {
            if (_inChunk && await _input.ReadLineAsync().ConfigureAwait(false) is not "") throw Malformed();
            _left = SizeOf(await _input.ReadLineAsync().ConfigureAwait(false));
            if (_left == 0) await SkipTrailersAsync().ConfigureAwait(false);
        }
        catch (BadRequestException)
        {
            throw Malformed();
        }

        _isBroken = false;
        _inChunk = true;
        IsAtEnd = _left == 0;
        return !IsAtEnd;
    }

    private async Task SkipTrailersAsync()
    {
        var (count, size) = (0, 0);
        while (await _input.ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } line)
        {
            size += line.Length;
            if (++count > _bounds.MaxHeaderCount || size > _bounds.MaxHeaders) throw Malformed();
        }
    }

    private static long SizeOf(string line)
    {
        var digits = line.Split(';')[0].TrimEnd();
        return digits.Length is > 0 and <= MaxSizeDigits && digits.All(char.IsAsciiHexDigit)
            ? long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw Malformed();
    }

    private static ApiException Malformed() => new("InvalidRequest", "The body's chunks cannot be read.");
}
