using System.Text;

namespace LakeTools.Rules.Names;

/// <summary>Hive's folders of partitions: <c>year=2026/month=01/</c>.</summary>
internal static class PartitionPath
{
    // What Hive escapes in folder names (FileUtils.charToEscape), beside control characters.
    private const string Escaped = "\"#%'*/:=?\\\u007F{[]^";

    /// <summary>The folder below a table's location.</summary>
    /// <param name="keys">The partition keys' names.</param>
    /// <param name="values">Their values.</param>
    /// <returns>The folder, with a slash at its end.</returns>
    public static string Of(IReadOnlyList<string> keys, IReadOnlyList<string> values) =>
        string.Concat(keys.Zip(values, (key, value) => $"{Escape(key)}={Escape(value)}/"));

    /// <summary>The value that a folder's name gives to a key.</summary>
    /// <param name="folder">A folder's name without slashes.</param>
    /// <param name="key">The key that is due at this depth.</param>
    /// <returns>The value, or null where the folder is none of a partition.</returns>
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
