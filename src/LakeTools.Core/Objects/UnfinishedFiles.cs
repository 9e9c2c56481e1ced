using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LakeTools.Core.Objects;

/// <summary>
/// The temporary files of downloads. A process that is killed leaves its files, and the next
/// download into the folder removes them. Thread-safe.
/// </summary>
internal sealed partial class UnfinishedFiles
{
    private static readonly TimeSpan s_youngest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<bool>> _cleaned = new(StringComparer.Ordinal);

    /// <summary>The temporary path of a file.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>A unique path in the same folder.</returns>
    public static string NameFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.part");

    /// <summary>Removes temporary files in a folder, on the first call.</summary>
    /// <param name="folder">The folder.</param>
    public void CleanOnce(string folder) => _ = _cleaned.GetOrAdd(folder, static path => new Lazy<bool>(() => Clean(path))).Value;

    private static bool Clean(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, ".*.part", new EnumerationOptions { AttributesToSkip = FileAttributes.None }))
            if (OurName().IsMatch(Path.GetFileName(path))) TryRemove(path);
        return true;
    }

    private static void TryRemove(string path)
    {
        try
        {
            // A process that still writes the file has it open exclusively, except just before it is renamed.
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < s_youngest) return;
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process writes it, or there is no permission to remove it.
        }
    }

    [GeneratedRegex(@"^\..+\.[0-9a-f]{32}\.part\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OurName();
}
