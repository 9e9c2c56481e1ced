using System.IO.Enumeration;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>
/// Maps files to objects. In a folder (a URI that ends with a slash, or a bucket) files get
/// their own names, and files of a folder get their relative paths. Otherwise one file becomes one object.
/// </summary>
/// <param name="destination">The destination.</param>
/// <param name="recurse">True to include the contents of folders.</param>
public sealed class UploadPlan(S3Uri destination, bool recurse)
{
    private static readonly EnumerationOptions s_all = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly List<UploadItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>The files to upload, in the order in which they were added. Files of a folder are sorted by name.</summary>
    public IReadOnlyList<UploadItem> Items => _items;

    /// <summary>Finds a file, or the files of a folder. Links to folders are not followed, because they may be circular.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="keepName">True for one of several folders: its name is part of the keys.</param>
    /// <returns>The files, each with its object.</returns>
    /// <param name="onUnread">Gets the error <c>FileError</c> of each folder in it that cannot be read; the others are read.</param>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>RecurseRequired</c>.</exception>
    public IReadOnlyList<(string Path, S3Uri Destination)> Find(string path, bool keepName, Action<LakeException> onUnread)
    {
        if (Directory.Exists(path)) return FindInFolder(path, keepName, onUnread);
        if (!File.Exists(path)) throw Fault.PathNotFound(path);
        return [(path, destination.IsFolder ? destination.Append(Path.GetFileName(path)) : destination)];
    }

    /// <summary>Adds a file.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="uri">The object.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>InvalidS3Uri</c>.</exception>
    public void Add(string path, S3Uri uri)
    {
        uri.Check();
        var item = new UploadItem(path, uri, new FileInfo(path).Length);
        if (!_sources.TryAdd(uri.Key, path))
        {
            throw Fault.DestinationAmbiguous(path, _sources[uri.Key], path, uri);
        }

        _items.Add(item);
    }

    private List<(string Path, S3Uri Destination)> FindInFolder(string path, bool keepName, Action<LakeException> onUnread)
    {
        if (!recurse)
            throw Fault.RecurseRequired(path, "send");
        var root = keepName ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path : path;
        return [.. FilesIn(path, onUnread).Order(StringComparer.Ordinal).Select(file =>
            (file, destination.Append(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))))];
    }

    // A folder that cannot be read is an error, because its files would be missing without notice.
    private static List<string> FilesIn(string path, Action<LakeException> onUnread)
    {
        var files = new List<string>();
        var folders = new Stack<string>([path]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var (entry, isFolder) in EntriesOf(folder))
                    if (isFolder) folders.Push(entry);
                    else files.Add(entry);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                onUnread(Fault.FileError(folder, error.Message, inner: error));
            }
        }

        return files;
    }

    // ToFullPath is empty for paths that are too long.
    private static FileSystemEnumerable<(string Path, bool IsFolder)> EntriesOf(string folder) =>
        new(folder, (ref FileSystemEntry entry) => (Path.Combine(folder, entry.FileName.ToString()), entry.IsDirectory), s_all)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory || !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
