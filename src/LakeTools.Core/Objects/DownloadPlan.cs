using LakeTools.Rules.Errors;

namespace LakeTools.Core.Objects;

/// <summary>
/// Maps objects to files. In a folder objects are written with their names, or with their paths below the
/// source folder. Otherwise one object becomes one file. No file is written outside the folder.
/// </summary>
/// <param name="destination">An absolute path.</param>
/// <param name="isFolder">True if it is a folder, even if it does not exist.</param>
public sealed class DownloadPlan(string destination, bool isFolder)
{
    // Device names, which Windows reserves in any folder and with any extension.
    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    private readonly List<DownloadItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isFolder = isFolder || Directory.Exists(destination);

    /// <summary>The objects to download, in the order in which they were added.</summary>
    public IReadOnlyList<DownloadItem> Items => _items;

    /// <summary>Adds an object under its name.</summary>
    /// <param name="item">The object.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>KeyNotAFileName</c>.</exception>
    public void Add(LakeObject item) =>
        Add(item, _isFolder ? Path.Combine(destination, FileName(item, item.Key[(item.Key.LastIndexOf('/') + 1)..])) : destination);

    /// <summary>Adds one of several objects, with its key after a prefix.</summary>
    /// <param name="item">The object. The empty ones that represent folders are left out.</param>
    /// <param name="prefixLength">The length of the prefix.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>KeyNotAFileName</c>.</exception>
    public void AddBelow(LakeObject item, int prefixLength)
    {
        if (item.Key.EndsWith('/') && item.Size == 0) return;
        var names = item.Key[prefixLength..].Split('/').Select(name => FileName(item, name));
        Add(item, Path.Combine([destination, .. names]));
    }

    private void Add(LakeObject item, string path)
    {
        if (!_sources.TryAdd(path, item.Uri))
        {
            throw Fault.DestinationAmbiguous(item, _sources[path], item.Uri, path);
        }

        _items.Add(new DownloadItem(item, path));
    }

    // The same keys are refused on every system, so scripts behave the same everywhere. Windows removes a dot or space at the end.
    private static string FileName(LakeObject item, string name)
    {
        var isName = name.Length > 0 && name.IndexOfAny(['\\', ':', '\0', '<', '>', '"', '|', '?', '*']) < 0
            && name[^1] is not ('.' or ' ') && !s_devices.Contains(name.Split('.')[0].Trim());
        if (isName) return name;
        throw Fault.KeyNotAFileName(item, item.Uri, name);
    }
}
