using System.Buffers;
using LakeTools.Rules.Errors;
using Microsoft.Win32.SafeHandles;

namespace LakeTools.Core.Objects;

/// <summary>
/// A file that is sent, opened once for all of its parts. It must stay as it was when it was opened: a file that is
/// written to meanwhile would become an object that never was on the disk.
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

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }

    /// <summary>What it is read by.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>Opens a part of the file.</summary>
    /// <param name="start">The part's first byte.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="onRead">Told how many bytes were read; less than zero where they are read again.</param>
    /// <returns>The part.</returns>
    public Stream Open(long start, long length, Action<long> onRead) => new SourceFileStream(this, start, length, onRead);

    /// <summary>The CRC-32 of a part, for which it is read once more; what is sent right after comes from the system's cache.</summary>
    /// <param name="start">The part's first byte.</param>
    /// <param name="length">How many bytes it has.</param>
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

    /// <summary>True where the file is no longer what was opened.</summary>
    public bool IsChanged => RandomAccess.GetLength(Handle) != Length || File.GetLastWriteTimeUtc(Handle) != _written;

    /// <summary>Throws where the file is no longer what was opened.</summary>
    /// <exception cref="LakeException"><c>FileChanged</c>.</exception>
    public void Check()
    {
        if (IsChanged) throw Changed(null);
    }

    /// <summary>The error of a file that changed.</summary>
    /// <param name="cause">What the change led to, or null.</param>
    /// <returns>The error <c>FileChanged</c>.</returns>
    public LakeException Changed(Exception? cause) =>
        Fault.FileChanged(_path, inner: cause);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
