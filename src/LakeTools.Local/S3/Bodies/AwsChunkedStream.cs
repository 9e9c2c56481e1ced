using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.S3.Bodies;

/// <summary>
/// Reads a body in aws-chunked encoding: chunks with their sizes, each signed or none, and after the last one trailers.
/// What is read is not to be trusted before the end was reached: each chunk's signature comes true only with its last byte.
/// </summary>
internal sealed class AwsChunkedStream : Stream
{
    private const int MaxLine = 8 * 1024;
    private const int MaxTrailers = 16;
    private const string SignatureTrailer = "x-amz-trailer-signature";

    private readonly Stream _inner;
    private readonly VerifiedRequest? _signed;
    private readonly bool _hasTrailer;
    private readonly IncrementalHash? _hash;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private int _from;
    private int _to;
    private long _left;
    private bool _ended;
    private string _chunkSignature = "";
    private string _previous;

    /// <summary>Begins to read.</summary>
    /// <param name="inner">The body as sent.</param>
    /// <param name="verified">The request; its payload word says whether chunks are signed and trailers follow.</param>
    public AwsChunkedStream(Stream inner, VerifiedRequest verified)
    {
        _inner = inner;
        _hasTrailer = verified.Payload is PayloadHash.SignedChunksWithTrailer or PayloadHash.UnsignedChunksWithTrailer;
        _signed = verified.Payload == PayloadHash.UnsignedChunksWithTrailer ? null : verified;
        _hash = _signed is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _previous = verified.Parameters.Signature;
    }

    /// <summary>The trailers, once the end was reached.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

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
        if (_ended || buffer.Length == 0) return 0;
        if (_left == 0)
        {
            await BeginChunkAsync(cancellationToken).ConfigureAwait(false);
            if (_left == 0)
            {
                await EndAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            }
        }

        var count = await TakeAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken).ConfigureAwait(false);
        _hash?.AppendData(buffer.Span[..count]);
        _left -= count;
        if (_left == 0)
        {
            VerifyChunk();
            if (await ReadLineAsync(cancellationToken).ConfigureAwait(false) != "") throw S3Error.IncompleteBody();
        }

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

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reads <c>size[;chunk-signature=hex]</c>.</summary>
    private async Task BeginChunkAsync(CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        var parts = line.Split(';');
        if (!long.TryParse(parts[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _left) || _left < 0)
            throw S3Error.IncompleteBody();
        const string Signature = "chunk-signature=";
        _chunkSignature = parts.Length > 1 && parts[1].StartsWith(Signature, StringComparison.Ordinal) ? parts[1][Signature.Length..] : "";
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        VerifyChunk();
        var lines = new StringBuilder();
        string? signature = null;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!_hasTrailer || colon < 1 || _trailers.Count == MaxTrailers) throw MalformedTrailer();
            var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == SignatureTrailer)
            {
                signature = value;
                continue;
            }

            _trailers[name] = value;
            lines.Append(name).Append(':').Append(value).Append('\n');
        }

        if (_signed is not null && _hasTrailer) Verify("AWS4-HMAC-SHA256-TRAILER", PayloadHash.Of(lines.ToString()), signature ?? "");
        if (_from != _to || await FillAsync(cancellationToken).ConfigureAwait(false) != 0) throw MalformedTrailer();
        _ended = true;
    }

    private void VerifyChunk()
    {
        if (_hash is null) return;
        var hash = Convert.ToHexString(_hash.GetHashAndReset()).ToLowerInvariant();
        Verify("AWS4-HMAC-SHA256-PAYLOAD", PayloadHash.Empty + "\n" + hash, _chunkSignature);
    }

    /// <summary>Each chunk's signature covers the one before, so chunks cannot be swapped or left out.</summary>
    private void Verify(string algorithm, string hashes, string given)
    {
        var parameters = _signed!.Parameters;
        var expected = _signed.Key.Sign($"{algorithm}\n{parameters.Timestamp}\n{parameters.Scope.Text}\n{_previous}\n{hashes}");
        if (!SigningKey.AreSame(expected, given))
            throw new AuthException(AuthFailure.BadSignature,
                "The chunk signature we calculated does not match the signature you provided.");
        _previous = expected;
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_from == _to && await FillAsync(cancellationToken).ConfigureAwait(false) == 0) throw S3Error.IncompleteBody();
            var c = (char)_buffer[_from++];
            if (c == '\n') return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            if (line.Append(c).Length > MaxLine) throw S3Error.IncompleteBody();
        }
    }

    /// <summary>Takes bytes of a chunk: from what was read with its header, then from the connection without a copy.</summary>
    private async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_from == _to)
        {
            var read = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return read > 0 ? read : throw S3Error.IncompleteBody();
        }

        var count = Math.Min(buffer.Length, _to - _from);
        _buffer.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    private async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        _from = 0;
        _to = await _inner.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _to;
    }

    private static ApiException MalformedTrailer() =>
        new("MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform "
            + "to our published schema.");
}
