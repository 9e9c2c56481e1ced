using System.Collections;
using System.Globalization;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>Converts hashtables to the maps of the services.</summary>
internal static class StringMap
{
    /// <summary>Keys and values as text, in the invariant culture; null for null.</summary>
    /// <exception cref="LakeException"><c>KeysMeet</c>.</exception>
    public static Dictionary<string, string>? Of(IDictionary? table) =>
        table is null ? null : Read(table, key => key, value => Text(value) ?? "", StringComparer.Ordinal);

    /// <summary>Like <see cref="Of"/>, but null stays null: it removes a key.</summary>
    /// <exception cref="LakeException"><c>KeysMeet</c>.</exception>
    public static Dictionary<string, string?>? Changes(IDictionary? table) =>
        table is null ? null : Read(table, key => key, Text, StringComparer.Ordinal);

    /// <summary>Reads a hashtable. Keys that differ for PowerShell may be the same for a service: no value is dropped for that.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="table">The hashtable.</param>
    /// <param name="toKey">Converts the text of a key.</param>
    /// <param name="toValue">Converts a value.</param>
    /// <param name="comparer">Compares keys; null for the default.</param>
    /// <returns>The map.</returns>
    /// <exception cref="LakeException"><c>KeysMeet</c>.</exception>
    public static Dictionary<TKey, TValue> Read<TKey, TValue>(IDictionary table, Func<string, TKey> toKey, Func<object?, TValue> toValue,
        IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>(comparer);
        var names = new Dictionary<TKey, string>(comparer);
        for (var entries = table.GetEnumerator(); entries.MoveNext();) // other enumerators do not give entries
        {
            var name = Text(entries.Key)!;
            var key = toKey(name);
            if (!names.TryAdd(key, name)) throw Fault.KeysMeet(name, names[key], name);
            map.Add(key, toValue(entries.Value));
        }

        return map;
    }

    private static string? Text(object? value) => value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
}
