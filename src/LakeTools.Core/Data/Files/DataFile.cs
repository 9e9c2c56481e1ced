using Amazon.S3;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Files;

/// <summary>A file of data: one on disk or an object in S3.</summary>
/// <param name="Path">Its path or address, as errors name it.</param>
/// <param name="Size">The size of the file, in bytes.</param>
/// <param name="OpenRaw">Opens it as it is there, to be read front to back.</param>
/// <param name="OpenSeekable">Opens it as it is there, to be read from any place on.</param>
internal sealed record DataFile(string Path, long Size, Func<CancellationToken, Task<Stream>> OpenRaw, Func<Stream> OpenSeekable)
{
    /// <summary>Told what a reader could not keep of the file's values.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>A file on disk.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LakeException"><c>PathNotFound</c>.</exception>
    public static DataFile OfPath(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists) throw Fault.PathNotFound(path);
        return new DataFile(path, info.Length, _ => Task.FromResult<Stream>(info.OpenRead()), info.OpenRead);
    }

    /// <summary>An object.</summary>
    /// <param name="client">Reads it.</param>
    /// <param name="item">The object.</param>
    /// <returns>The file.</returns>
    public static DataFile OfObject(IAmazonS3 client, LakeObject item) =>
        new(item.Uri, item.Size, cancellationToken => ObjectStream.OpenAsync(client, item, cancellationToken), () =>
            new ObjectBlockStream(client, item));

    /// <summary>Opens the file; where its name says that it is packed, its content.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content, to be disposed of.</returns>
    /// <exception cref="LakeException"><c>FormatNotSupported</c>, <c>ObjectNotFound</c>.</exception>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var raw = await OpenRaw(cancellationToken).ConfigureAwait(false);
        try
        {
            return Compression.Unpack(raw, Path);
        }
        catch
        {
            await raw.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
