using System.Buffers;
using Amazon.S3;
using LakeTools.Rules.Errors;
using Microsoft.Win32.SafeHandles;

namespace LakeTools.Core.Objects;

/// <summary>
/// Downloads objects. A file is written under a temporary name, verified, and then renamed, so no file is ever incomplete. Large
/// objects are downloaded in parallel parts. If a connection breaks, its part continues at that byte. Thread-safe.
/// </summary>
public sealed class ObjectDownload : IDisposable
{
    private const int BufferLength = 256 * 1024;

    private readonly IAmazonS3 _client;
    private readonly TransferOptions _options;
    private readonly TransferProgress _progress;
    private readonly SemaphoreSlim _parts;
    private readonly UnfinishedFiles _unfinished = new();

    /// <summary>Prepares to receive objects.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="options">The options of the download.</param>
    /// <param name="activity">The activity to show as progress.</param>
    /// <param name="total">The number of bytes to download.</param>
    /// <param name="progress">Receives the progress, or null.</param>
    public ObjectDownload(LakeConnection connection, TransferOptions options, string activity, long total,
        IProgress<LakeProgress>? progress)
    {
        _client = connection.Clients.S3;
        _options = options;
        _progress = new TransferProgress(progress, activity, total);
        _parts = new SemaphoreSlim(options.Parts);
    }

    /// <summary>
    /// Downloads an object. Missing folders are created, and an existing file is replaced. Temporary files of a
    /// download whose process was killed are removed.
    /// </summary>
    /// <param name="item">The object and the file.</param>
    /// <param name="cancellationToken">Cancels the download; what was there before stays.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>ObjectChanged</c>, <c>ChecksumMismatch</c>.</exception>
    public async Task ReceiveAsync(DownloadItem item, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(item.Path)!;
        Directory.CreateDirectory(folder);
        _unfinished.CleanOnce(folder);
        var beside = UnfinishedFiles.NameFor(item.Path);
        try
        {
            using (var file = File.OpenHandle(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous,
                item.Source.Size))
            {
                var parts = PartPlan.Of(item.Source.Size, item.Source.Size < _options.PartedFrom
                    ? Math.Max(item.Source.Size, 1) : _options.PartSize);
                var checksum = await ObjectChecksum.AskAsync(_client, item.Source, parts.Count, cancellationToken).ConfigureAwait(false);
                await Parallel.ForEachAsync(parts,
                    new ParallelOptions { MaxDegreeOfParallelism = _options.Parts, CancellationToken = cancellationToken },
                    async (part, token) => await ReceivePartAsync(item.Source, part, file, checksum, token).ConfigureAwait(false))
                        .ConfigureAwait(false);
                await checksum.VerifyAsync(file, parts, cancellationToken).ConfigureAwait(false);
                RandomAccess.FlushToDisk(file); // a name without its content would be what a power cut leaves
            }

            File.Move(beside, item.Path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();

    private async Task ReceivePartAsync(LakeObject source, PartPlan.Part part, SafeFileHandle file, ObjectChecksum checksum,
        CancellationToken cancellationToken)
    {
        await _parts.WaitAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var end = part.Start + part.Length;
            var hash = checksum.Begin();
            using var stream = await ObjectStream.OpenAsync(_client, source, part.Start, end, _options.Stall, cancellationToken)
                .ConfigureAwait(false);
            for (var position = part.Start; position < end;)
            {
                var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0) break;
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), position, cancellationToken).ConfigureAwait(false);
                hash?.Append(buffer.AsSpan(0, read));
                position += read;
                _progress.Add(read, source.Key[(source.Key.LastIndexOf('/') + 1)..]);
            }

            checksum.End(part, hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _parts.Release();
        }
    }
}
