using System.IO.Compression;
using System.Security.Cryptography;

namespace LakeTools.Core.Data.Files;

/// <summary>
/// The content of a gzip file, whose end is checked. The runtime's stream takes the end of the file for the end of the content, wherever
/// it is. So a member of our own follows the file: its content comes out last, and as it is, exactly where the file was whole.
/// </summary>
internal sealed class GzipContent : AsyncReadStream
{
    private const int MarkLength = 16;

    private readonly byte[] _mark = RandomNumberGenerator.GetBytes(MarkLength);
    private readonly byte[] _last = new byte[MarkLength + 1];
    private readonly FileAndMark _file;
    private readonly GZipStream _gzip;
    private bool _isOver;

    /// <summary>Unpacks a file.</summary>
    /// <param name="file">The file; disposed of with this stream.</param>
    public GzipContent(Stream file)
    {
        _file = new FileAndMark(file, Member(_mark));
        _gzip = new GZipStream(_file, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is broken, or ends before its content does.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isOver || buffer.IsEmpty) return 0;
        try
        {
            // All that the file's own bytes unpack to has come before the stream asks for more than the file has.
            var read = await _gzip.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (!_file.IsAtMark)
                return read > 0 ? read : throw new InvalidDataException("its content is followed by bytes that are not gzip data");
            await EndAsync(buffer[..read], cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException error) when (_file.IsAtMark)
        {
            throw new InvalidDataException("the file is truncated: its gzip data is incomplete", error);
        }

        _isOver = true;
        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Member(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression)) gzip.Write(content);
        return packed.ToArray();
    }

    private async Task EndAsync(ReadOnlyMemory<byte> read, CancellationToken cancellationToken)
    {
        var length = Math.Min(read.Length, _last.Length);
        read[..length].CopyTo(_last);
        while (length < _last.Length)
        {
            var more = await _gzip.ReadAsync(_last.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (more == 0) break;
            length += more;
        }

        if (!_last.AsSpan(0, length).SequenceEqual(_mark)) throw new InvalidDataException("its end is missing");
    }

    private sealed class FileAndMark(Stream file, byte[] mark) : AsyncReadStream
    {
        private int _position;

        public bool IsAtMark { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!IsAtMark)
            {
                var read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read > 0) return read;
                IsAtMark = true;
            }

            var count = Math.Min(buffer.Length, mark.Length - _position);
            mark.AsMemory(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
