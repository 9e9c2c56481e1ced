using System.Collections;
using System.Globalization;

namespace LakeTools.Cmdlets;

/// <summary>Converts hashtables to the string maps of the services.</summary>
internal static class StringMap
{
    /// <summary>Keys and values as text, in the invariant culture; null for null.</summary>
    public static Dictionary<string, string>? Of(IDictionary? table) => table is null ? null : Entries(table).ToDictionary(
        entry => Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!,
        entry => Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? "",
        StringComparer.Ordinal);

    /// <summary>Like <see cref="Of"/>, but null stays null: it removes a key.</summary>
    public static Dictionary<string, string?>? Changes(IDictionary? table) => table is null ? null : Entries(table).ToDictionary(
        entry => Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!,
        entry => entry.Value is null ? null : Convert.ToString(entry.Value, CultureInfo.InvariantCulture),
        StringComparer.Ordinal);

    // The dictionary's own enumerator: others do not give entries.
    private static IEnumerable<DictionaryEntry> Entries(IDictionary table)
    {
        for (var entries = table.GetEnumerator(); entries.MoveNext();) yield return entries.Entry;
    }
}
