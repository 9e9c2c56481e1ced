using System.Text;

namespace LakeTools.Core.Data.Files;

/// <summary>
/// The characters of a file. Before bytes that are invalid in its encoding, all text is read, and then there is an exception.
/// </summary>
internal sealed class DecodedText : TextReader
{
    private const int FirstBufferSize = 64 * 1024;
    private const int LongBufferSize = 512 * 1024;
    private const char Mark = '\uFFFF'; // no character; where the decoder had to put something

    private readonly Stream _stream;
    private readonly string _encoding;
    private readonly Encoding _marking;
    private readonly Decoder _decoder;
    private readonly Fallback _fallback = new();
    private byte[] _bytes = new byte[FirstBufferSize];
    private char[] _characters = []; // where the caller's buffer is too short for what a read decodes to
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isFilled; // the buffer of bytes, by the last read

    private DecodedText(Stream stream, Encoding encoding)
    {
        _stream = stream;
        Encoding = encoding;
        _encoding = encoding.WebName;
        _marking = (Encoding)encoding.Clone();
        _marking.DecoderFallback = _fallback;
        _decoder = _marking.GetDecoder();
    }

    /// <summary>The encoding of the file.</summary>
    public Encoding Encoding { get; }

    /// <summary>Begins to read a file.</summary>
    /// <param name="stream">The file; disposed of with the reader.</param>
    /// <param name="given">Its encoding if it has no byte order mark; UTF-8 if null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The reader.</returns>
    public static async Task<DecodedText> OpenAsync(Stream stream, Encoding? given, CancellationToken cancellationToken)
    {
        try
        {
            var (content, encoding) = await TextEncoding.DetectAsync(stream, given, cancellationToken).ConfigureAwait(false);
            return new DecodedText(content, encoding);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="UndecodableTextException">Bytes are invalid in the encoding.</exception>
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _end)
        {
            if (_fallback.Bytes is { } bytes) throw new UndecodableTextException(bytes, _encoding);
            if (_isAtEnd) return 0;
            if (_isFilled && _bytes.Length < LongBufferSize) _bytes = new byte[LongBufferSize];
            var read = await _stream.ReadAsync(_bytes, cancellationToken).ConfigureAwait(false);
            _isFilled = read == _bytes.Length;
            _isAtEnd = read == 0;
            var most = _marking.GetMaxCharCount(read);
            if (most <= buffer.Length)
            {
                var decoded = Decode(read, buffer.Span);
                if (decoded > 0) return decoded;
                continue;
            }

            if (_characters.Length < most) _characters = new char[most];
            (_start, _end) = (0, Decode(read, _characters));
        }

        var count = Math.Min(buffer.Length, _end - _start);
        _characters.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    private int Decode(int read, Span<char> characters)
    {
        var count = _decoder.GetChars(_bytes.AsSpan(0, read), characters, flush: _isAtEnd);
        return _fallback.Bytes is null ? count : Math.Max(0, characters[..count].IndexOf(Mark));
    }

    private sealed class Fallback : DecoderFallback
    {
        public byte[]? Bytes { get; set; }

        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);
    }

    private sealed class Buffer(Fallback fallback) : DecoderFallbackBuffer
    {
        private int _remaining;

        public override int Remaining => _remaining;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            fallback.Bytes ??= [.. bytesUnknown];
            _remaining = 1;
            return true;
        }

        public override char GetNextChar() => _remaining-- > 0 ? Mark : '\0';

        public override bool MovePrevious() => false;

        public override void Reset() => _remaining = 0;
    }
}
