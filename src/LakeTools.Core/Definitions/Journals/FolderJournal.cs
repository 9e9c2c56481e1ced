using System.Text;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>Journals as files in a folder.</summary>
/// <param name="folder">The folder; made when it is needed.</param>
public sealed class FolderJournal(string folder) : IJournalStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(!Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(string name, string text, CancellationToken cancellationToken)
    {
        var file = File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            await WriteAsync(file, FileMode.CreateNew, text, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task AppendAsync(string name, string text, CancellationToken cancellationToken) =>
        WriteAsync(File(name), FileMode.Append, text, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken) =>
        System.IO.File.Exists(File(name))
            ? await System.IO.File.ReadAllTextAsync(File(name), cancellationToken).ConfigureAwait(false) : null;

    private static async Task WriteAsync(string file, FileMode mode, string text, CancellationToken cancellationToken)
    {
        var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read);
        await using var closing = stream.ConfigureAwait(false);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        stream.Flush(flushToDisk: true);
    }

    private string File(string name) => Path.Combine(folder, name);
}
