using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LakeTools.Core.Objects;

/// <summary>
/// The files that downloads write to before they move them into place. A process that is killed leaves its own; the next
/// download into the folder removes them. Safe for use by several threads.
/// </summary>
internal sealed partial class UnfinishedFiles
{
    private static readonly TimeSpan s_youngest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<bool>> _cleaned = new(StringComparer.Ordinal);

    /// <summary>Where to write a file before it has its name.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>A path in the same folder that nothing else has.</returns>
    public static string NameFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.part");

    /// <summary>Removes what was left in a folder, the first time that it is asked to.</summary>
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
            // Whoever still writes it has it for itself alone, but for the moment before it is moved.
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < s_youngest) return;
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process writes it, or it is not ours to remove.
        }
    }

    [GeneratedRegex(@"^\..+\.[0-9a-f]{32}\.part\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OurName();
}
