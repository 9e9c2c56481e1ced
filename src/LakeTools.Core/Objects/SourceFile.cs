using System.Buffers;
using LakeTools.Rules.Errors;
using Microsoft.Win32.SafeHandles;

namespace LakeTools.Core.Objects;

/// <summary>
/// A file to upload, opened once for all its parts. It must not change while it is open. A file that is
/// changed during the upload would give an object with mixed contents.
/// </summary>
internal sealed class SourceFile : IDisposable
{
    private const int BufferLength = 256 * 1024;

    private readonly string _path;
    private readonly DateTime _written;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its absolute path.</param>
    public SourceFile(string path)
    {
        _path = path;
        Handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.Asynchronous);
        Length = RandomAccess.GetLength(Handle);
        _written = File.GetLastWriteTimeUtc(Handle);
    }

    /// <summary>The length of the file, in bytes.</summary>
    public long Length { get; }

    /// <summary>The handle for reads of the file.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Opens a part of the file.</summary>
    /// <param name="start">The part's first byte.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="onRead">Receives the number of bytes read. Negative if they are read again.</param>
    /// <returns>The part.</returns>
    public Stream Open(long start, long length, Action<long> onRead) => new SourceFileStream(this, start, length, onRead);

    /// <summary>The CRC-32 of a part. The part is read twice; the second time it is in the system's cache.</summary>
    /// <param name="start">The part's first byte.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>As S3's headers have it.</returns>
    /// <exception cref="LakeException"><c>FileChanged</c>.</exception>
    public async Task<string> Crc32Async(long start, long length, CancellationToken cancellationToken)
    {
        var hash = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (var left = length; left > 0;)
            {
                var wanted = buffer.AsMemory(0, (int)Math.Min(buffer.Length, left));
                var read = await RandomAccess.ReadAsync(Handle, wanted, start + length - left, cancellationToken).ConfigureAwait(false);
                if (read == 0) throw Changed(null);
                hash.Append(wanted.Span[..read]);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return hash.ToBase64();
    }

    /// <summary>True if the file was changed or replaced.</summary>
    public bool IsChanged => RandomAccess.GetLength(Handle) != Length || File.GetLastWriteTimeUtc(Handle) != _written;

    /// <summary>Throws if the file was changed or replaced.</summary>
    /// <exception cref="LakeException"><c>FileChanged</c>.</exception>
    public void Check()
    {
        if (IsChanged) throw Changed(null);
    }

    /// <summary>The error of a file that changed.</summary>
    /// <param name="cause">The exception that the change caused, or null.</param>
    /// <returns>The error <c>FileChanged</c>.</returns>
    public LakeException Changed(Exception? cause) =>
        Fault.FileChanged(_path, inner: cause);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
