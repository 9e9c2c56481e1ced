using System.Text;

namespace LakeTools.Rules.Names;

/// <summary>Hive's folders of partitions: <c>year=2026/month=01/</c>.</summary>
internal static class PartitionPath
{
    /// <summary>The value that Hive writes for a key where a row has none: null.</summary>
    public const string DefaultPartition = "__HIVE_DEFAULT_PARTITION__";

    // The characters that Hive escapes in folder names (FileUtils.charToEscape), besides control characters.
    private const string Escaped = "\"#%'*/:=?\\\u007F{[]^";

    /// <summary>The folder below a table's location.</summary>
    /// <param name="keys">The partition keys' names.</param>
    /// <param name="values">Their values.</param>
    /// <returns>The folder, with a slash at its end.</returns>
    public static string Of(IReadOnlyList<string> keys, IReadOnlyList<string> values) =>
        string.Concat(keys.Zip(values, (key, value) => $"{Escape(key)}={Escape(value)}/"));

    /// <summary>The keys and values that the folders of a path have.</summary>
    /// <param name="path">Folders and a file's name, such as <c>year=2026/a.csv</c>.</param>
    /// <returns>The keys in order; null for Hive's value of rows that have none.</returns>
    public static IReadOnlyList<(string Key, string? Value)> Pairs(string path)
    {
        var folders = path.Split('/')[..^1];
        return [.. folders.Select(folder => (Folder: folder, Sign: folder.IndexOf('=', StringComparison.Ordinal)))
            .Where(part => part.Sign > 0)
            .Select(part => (Uri.UnescapeDataString(part.Folder[..part.Sign]), NullOr(part.Folder[(part.Sign + 1)..])))];
    }

    private static string? NullOr(string value) => value == DefaultPartition ? null : Uri.UnescapeDataString(value);

    /// <summary>The value that a folder's name gives to a key.</summary>
    /// <param name="folder">A folder's name without slashes.</param>
    /// <param name="key">The key that is due at this depth.</param>
    /// <returns>The value, or null if the folder is not a partition's.</returns>
    public static string? Value(string folder, string key)
    {
        var equals = folder.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && string.Equals(Uri.UnescapeDataString(folder[..equals]), key, StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(folder[(equals + 1)..])
            : null;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character < ' ' || Escaped.Contains(character, StringComparison.Ordinal))
                escaped.Append('%').Append(((int)character).ToString("X2", null));
            else escaped.Append(character);
        }

        return escaped.ToString();
    }
}
