using System.Numerics;

namespace LakeTools.Rules.Permissions;

/// <summary>The API's words for permissions, and what people type in their place.</summary>
public static class PermissionNames
{
    private static readonly string[] s_names =
    [
        "ALL", "SELECT", "ALTER", "DROP", "DELETE", "INSERT", "DESCRIBE", "CREATE_DATABASE", "CREATE_TABLE", "DATA_LOCATION_ACCESS",
        "CREATE_LF_TAG", "ASSOCIATE", "GRANT_WITH_LF_TAG_EXPRESSION", "CREATE_LF_TAG_EXPRESSION", "CREATE_CATALOG", "SUPER_USER",
    ];

    // Names that a service listed and this version does not know, by their bits after the known ones. They only ever become more.
    private static readonly object s_lock = new();
    private static volatile string[] s_unknown = [];

    // Other systems' words for the permissions.
    private static readonly Dictionary<string, string> s_otherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["READ"] = "SELECT",
        ["QUERY"] = "SELECT",
        ["WRITE"] = "INSERT",
        ["APPEND"] = "INSERT",
        ["UPDATE"] = "INSERT",
        ["PUT"] = "INSERT",
        ["REMOVE"] = "DELETE",
        ["TRUNCATE"] = "DELETE",
        ["MODIFY"] = "ALTER",
        ["CHANGE"] = "ALTER",
        ["VIEW"] = "DESCRIBE",
        ["LIST"] = "DESCRIBE",
        ["GET"] = "DESCRIBE",
        ["SHOW"] = "DESCRIBE",
        ["SUPER"] = "ALL",
        ["FULL"] = "ALL",
        ["FULL_CONTROL"] = "ALL",
        ["OWNERSHIP"] = "ALL",
        ["*"] = "ALL",
        ["CREATE"] = "CREATE_TABLE",
        ["DATALOCATION"] = "DATA_LOCATION_ACCESS",
        ["DATA_LOCATION"] = "DATA_LOCATION_ACCESS",
        ["TAG"] = "ASSOCIATE",
    };

    /// <summary>Every permission's name, in the API's order.</summary>
    public static IReadOnlyList<string> All => s_names;

    /// <summary>The names that a service listed and this version does not know.</summary>
    public static IReadOnlyList<string> Unknown => s_unknown;

    /// <summary>The permissions of a set that this version does not know.</summary>
    /// <param name="set">The set.</param>
    /// <returns>The set without the known ones.</returns>
    public static PermissionSet UnknownOf(this PermissionSet set) => (PermissionSet)((int)set & ~((1 << s_names.Length) - 1));

    /// <summary>Reads names as a service lists them: one that this version does not know is kept as it is.</summary>
    /// <param name="names">The names; null for none.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">There are more unknown names than a set has room for.</exception>
    public static PermissionSet Listed(IEnumerable<string>? names)
    {
        var set = PermissionSet.None;
        foreach (var name in names ?? []) set |= TryParse(name, out var permission) ? permission : Keep(name);
        return set;
    }

    /// <summary>
    /// Reads one name. Letter case does not matter, and <c>Create Table</c> or <c>create-table</c> are read as CREATE_TABLE.
    /// </summary>
    /// <param name="name">The typed name.</param>
    /// <param name="permission">The permission.</param>
    /// <returns>False if there is no such permission.</returns>
    public static bool TryParse(string? name, out PermissionSet permission)
    {
        var index = name is null ? -1 : Array.IndexOf(s_names, Fold(name));
        // A name that a service listed is taken as it was listed, so it can be piped to a revoke.
        if (index < 0 && name is not null && Array.IndexOf(s_unknown, name) is >= 0 and var known) index = s_names.Length + known;
        permission = index < 0 ? PermissionSet.None : (PermissionSet)(1 << index);
        return index >= 0;
    }

    /// <summary>Reads names that are known to be right, such as those of a service's answer.</summary>
    /// <param name="names">The names; null for none.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public static PermissionSet Parse(IEnumerable<string>? names)
    {
        var set = PermissionSet.None;
        foreach (var name in names ?? [])
            set |= TryParse(name, out var permission)
                ? permission : throw new FormatException($"'{name}' is not a Lake Formation permission.");
        return set;
    }

    /// <summary>The names in a set, in the API's order.</summary>
    /// <param name="set">The set.</param>
    /// <returns>An array of its own.</returns>
    public static string[] Names(this PermissionSet set)
    {
        var names = new string[BitOperations.PopCount((uint)set)];
        var next = 0;
        for (var bit = 0; next < names.Length; bit++)
            if (((int)set & (1 << bit)) != 0) names[next++] = bit < s_names.Length ? s_names[bit] : s_unknown[bit - s_names.Length];
        return names;
    }

    /// <summary>The names in a set as a list in text: <c>SELECT, INSERT</c>.</summary>
    /// <param name="set">The set.</param>
    /// <returns>Text; empty for the empty set.</returns>
    public static string ToText(this PermissionSet set) => string.Join(", ", set.Names());

    /// <summary>
    /// The likely correction of an unknown permission: a synonym, otherwise the nearest spelling.
    /// </summary>
    /// <param name="name">The typed name.</param>
    /// <returns>A permission's name, or null if nothing is near.</returns>
    public static string? Suggest(string name)
    {
        if (s_otherWords.TryGetValue(Fold(name), out var known)) return known;
        var (best, distance) = s_names.Select(candidate => (candidate, Distance(Fold(name), candidate))).MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, best.Length / 3) ? best : null;
    }

    private static PermissionSet Keep(string name)
    {
        lock (s_lock)
        {
            var index = Array.IndexOf(s_unknown, name);
            if (index < 0)
            {
                index = s_unknown.Length;
                // The sign bit stays free.
                if (s_names.Length + index >= 31) throw new FormatException($"'{name}' is one unknown permission too many.");
                s_unknown = [.. s_unknown, name];
            }

            return (PermissionSet)(1 << (s_names.Length + index));
        }
    }

    private static string Fold(string name) => name.Trim().Replace(' ', '_').Replace('-', '_').ToUpperInvariant();

    // Edits (insert, delete, replace, swap of neighbours) that make one word of the other.
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[from.Length, to.Length];
    }
}
