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
    private readonly List<UploadItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>The files to upload, in the order in which they were added. Files of a folder are sorted by name.</summary>
    public IReadOnlyList<UploadItem> Items => _items;

    /// <summary>Finds a file, or the files of a folder. Links to folders are not followed, because they may be circular.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="keepName">True for one of several folders: its name is part of the keys.</param>
    /// <returns>The files, each with its object.</returns>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>RecurseRequired</c>.</exception>
    public IReadOnlyList<(string Path, S3Uri Destination)> Find(string path, bool keepName = false)
    {
        if (Directory.Exists(path)) return FindInFolder(path, keepName);
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

    private List<(string Path, S3Uri Destination)> FindInFolder(string path, bool keepName)
    {
        if (!recurse)
            throw Fault.RecurseRequired(path, "send");
        var root = keepName ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path : path;
        return [.. FilesIn(path).Order(StringComparer.Ordinal).Select(file =>
            (file, destination.Append(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))))];
    }

    // A folder that cannot be read is an error, because its files would be missing without notice.
    private static FileSystemEnumerable<string> FilesIn(string path) =>
        new(path, (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
