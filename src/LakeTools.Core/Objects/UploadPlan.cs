using System.IO.Enumeration;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>
/// Decides which file becomes which object. Into a folder (an address that ends with a slash, or a bucket) files go under
/// their own names, and a folder's files under their paths in it; else one file becomes the one object.
/// </summary>
/// <param name="destination">Where to send to.</param>
/// <param name="recurse">True to send what is in folders.</param>
public sealed class UploadPlan(S3Uri destination, bool recurse)
{
    private readonly List<UploadItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>What to send, in the order in which it was added, a folder's files by name.</summary>
    public IReadOnlyList<UploadItem> Items => _items;

    /// <summary>Adds a file, or a folder's files. Links to folders within are not followed; they may lead back.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="keepName">True for a folder that is one of several: its files go under its name and their paths in it.</param>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>RecurseRequired</c>, <c>DestinationAmbiguous</c>,
    /// <c>InvalidS3Uri</c>.</exception>
    public void Add(string path, bool keepName = false)
    {
        if (Directory.Exists(path)) AddFolder(path, keepName);
        else if (File.Exists(path)) AddFile(path, destination.IsFolder ? destination.Append(Path.GetFileName(path)) : destination);
        else throw Fault.PathNotFound(path);
    }

    private void AddFolder(string path, bool keepName)
    {
        if (!recurse)
            throw Fault.RecurseRequired(path, "send");
        var root = keepName ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path : path;
        foreach (var file in FilesIn(path).OrderBy(file => file, StringComparer.Ordinal))
            AddFile(file, destination.Append(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')));
    }

    // A folder that may not be read is an error: it must not look as if all had been sent.
    private static FileSystemEnumerable<string> FilesIn(string path) =>
        new(path, (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private void AddFile(string path, S3Uri uri)
    {
        uri.Check();
        if (!_sources.TryAdd(uri.Key, path))
        {
            throw Fault.DestinationAmbiguous(path, _sources[uri.Key], path, uri);
        }

        _items.Add(new UploadItem(path, uri, new FileInfo(path).Length));
    }
}
