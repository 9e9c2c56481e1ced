using LakeTools.Core.Errors;

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

    /// <summary>How many bytes there are.</summary>
    public long TotalSize => _items.Sum(item => item.Size);

    /// <summary>Adds a file, or a folder's files.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>RecurseRequired</c>, <c>DestinationAmbiguous</c>.</exception>
    public void Add(string path)
    {
        if (Directory.Exists(path)) AddFolder(path);
        else if (File.Exists(path)) AddFile(path, destination.IsFolder ? destination.Append(Path.GetFileName(path)) : destination);
        else throw new LakeException(nameof(Errors.Errors.PathNotFound), LakeErrorCategory.NotFound, path, Errors.Errors.PathNotFound, path);
    }

    private void AddFolder(string path)
    {
        if (!recurse)
            throw new LakeException(nameof(Errors.Errors.RecurseRequired), LakeErrorCategory.InvalidArgument, path, Errors.Errors.RecurseRequired, path, "send");
        var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });
        foreach (var file in files.OrderBy(file => file, StringComparer.Ordinal))
            AddFile(file, destination.Append(Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')));
    }

    private void AddFile(string path, S3Uri uri)
    {
        if (!_sources.TryAdd(uri.Key, path))
        {
            throw new LakeException(nameof(Errors.Errors.DestinationAmbiguous), LakeErrorCategory.InvalidArgument, path,
                Errors.Errors.DestinationAmbiguous, _sources[uri.Key], path, uri);
        }

        _items.Add(new UploadItem(path, uri, new FileInfo(path).Length));
    }
}
