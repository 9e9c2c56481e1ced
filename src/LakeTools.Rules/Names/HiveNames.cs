using System.Globalization;
using System.Text;

namespace LakeTools.Rules.Names;

/// <summary>Makes names that Hive, Glue and the engines on them take for columns: lower case, letters, digits and underscores.</summary>
internal static class HiveNames
{
    /// <summary>Names for the columns of a header: each safe, none empty, none twice.</summary>
    /// <param name="header">The header's fields.</param>
    /// <returns>A name for each: <c>Temp (max)</c> becomes <c>temp_max</c>; an empty one <c>col3</c> by its position; a second
    /// <c>a</c> becomes <c>a_2</c>.</returns>
    public static IReadOnlyList<string> Unique(IReadOnlyList<string> header)
    {
        var names = new List<string>(header.Count);
        var unique = new UniqueNames(StringComparer.Ordinal);
        foreach (var field in header)
        {
            var wanted = Safe(field);
            names.Add(unique.Take(wanted.Length > 0 ? wanted : Numbered(names.Count)));
        }

        return names;
    }

    /// <summary>The name of a column that has none.</summary>
    /// <param name="position">Its position, from 0.</param>
    /// <returns><c>col1</c> for the first.</returns>
    public static string Numbered(int position) => "col" + (position + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A name with only what Hive takes.</summary>
    /// <param name="text">The name as somebody wrote it.</param>
    /// <returns>The name in lower case; empty if nothing of it is left.</returns>
    public static string Safe(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
            else if (c == '_' && name.Length == 0) name.Append(c);
        }

        while (name.Length > 1 && name[^1] == '_') name.Length--;
        return name is { Length: 1 } && name[0] == '_' ? "" : name.ToString();
    }
}
