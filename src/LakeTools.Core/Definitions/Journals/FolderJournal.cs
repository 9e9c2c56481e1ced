using System.Text;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Journals as files in a folder.</summary>
/// <param name="folder">The folder. It is created when it is needed.</param>
/// <param name="isOfLake">True if it is in the folder of an embedded lake, which may be read-only.</param>
public sealed class FolderJournal(string folder, bool isOfLake = false) : IJournalStore
{
    /// <inheritdoc/>
    public string Location => folder;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(!Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    /// <exception cref="LakeException"><c>FileError</c>, <c>LakeReadOnly</c>: it could not be written, and no file is left.</exception>
    public async Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken)
    {
        var file = File(name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (Create(file) is not { } stream) return false;
            await using var closing = stream.ConfigureAwait(false);
            try
            {
                await WriteAsync(stream, text, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch
            {
                TryDelete(file);
                throw;
            }
        }
        catch (Exception error) when (IsFileError(error))
        {
            throw NotWritten(file, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="LakeException"><c>FileError</c>, <c>LakeReadOnly</c>: it was not written, and the entry is unchanged.</exception>
    public async Task AppendAsync(string name, string text, CancellationToken cancellationToken)
    {
        var file = File(name);
        try
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
            await using var closing = stream.ConfigureAwait(false);
            var end = stream.Seek(0, SeekOrigin.End);
            try
            {
                await WriteAsync(stream, text, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                stream.SetLength(end); // half a line would hide those that follow
                throw;
            }
        }
        catch (Exception error) when (IsFileError(error))
        {
            throw NotWritten(file, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="LakeException"><c>FileError</c>, <c>LakeReadOnly</c>: it was not written, and the entry is unchanged.</exception>
    public Task EndAsync(string name, string text, CancellationToken cancellationToken) => AppendAsync(name, text, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken) =>
        System.IO.File.Exists(File(name))
            ? await System.IO.File.ReadAllTextAsync(File(name), cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Creates a file. Null if it exists. Only this result means that the name is in use.</summary>
    private static FileStream? Create(string file)
    {
        try
        {
            return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            return null;
        }
    }

    private static async Task WriteAsync(FileStream stream, string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        stream.Flush(flushToDisk: true);
    }

    private static void TryDelete(string file)
    {
        try
        {
            System.IO.File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The error of the write is thrown. An empty entry counts as a publish that was interrupted.
        }
    }

    // A file that grows beyond its limit is an ArgumentOutOfRangeException of .NET's streams.
    private static bool IsFileError(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    private LakeException NotWritten(string file, Exception error) => isOfLake && error is UnauthorizedAccessException
        ? Fault.LakeReadOnly(file, $"The entry '{file}' of the history", error.Message, inner: error)
        : Fault.FileError(file, error.Message, inner: error);

    private string File(string name) => Path.Combine(folder, name);
}
