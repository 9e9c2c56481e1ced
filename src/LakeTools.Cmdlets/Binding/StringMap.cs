using System.Collections;
using System.Globalization;
using System.Management.Automation;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>Converts hashtables to the maps of the services.</summary>
internal static class StringMap
{
    /// <summary>Keys and values as text, in the invariant culture; null for null.</summary>
    /// <exception cref="LakeException"><c>KeysMeet</c>, <c>HashtableValueInvalid</c>.</exception>
    public static Dictionary<string, string>? Of(IDictionary? table) =>
        table is null ? null : Read(table, key => key, (key, value) => Text(key, value) ?? "", StringComparer.Ordinal);

    /// <summary>Like <see cref="Of"/>, but null stays null: it removes a key.</summary>
    /// <exception cref="LakeException"><c>KeysMeet</c>, <c>HashtableValueInvalid</c>.</exception>
    public static Dictionary<string, string?>? Changes(IDictionary? table) =>
        table is null ? null : Read(table, key => key, Text, StringComparer.Ordinal);

    /// <summary>Reads a hashtable. Keys that differ for PowerShell may be the same for a service: no value is dropped for that.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="table">The hashtable.</param>
    /// <param name="toKey">Converts the text of a key.</param>
    /// <param name="toValue">Converts a value; its key is for errors.</param>
    /// <param name="comparer">Compares keys; null for the default.</param>
    /// <returns>The map.</returns>
    /// <exception cref="LakeException"><c>KeysMeet</c>, <c>HashtableValueInvalid</c>.</exception>
    public static Dictionary<TKey, TValue> Read<TKey, TValue>(IDictionary table, Func<string, TKey> toKey,
        Func<string, object?, TValue> toValue, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>(comparer);
        var names = new Dictionary<TKey, string>(comparer);
        for (var entries = table.GetEnumerator(); entries.MoveNext();) // other enumerators do not give entries
        {
            var name = Text(nameof(Hashtable), entries.Key)!;
            var key = toKey(name);
            if (!names.TryAdd(key, name)) throw Fault.KeysMeet(name, names[key], name);
            map.Add(key, toValue(name, entries.Value));
        }

        return map;
    }

    /// <summary>A value as text, in the invariant culture and with dates in ISO form; null for null.</summary>
    /// <param name="key">The key of the value, for the error.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LakeException"><c>HashtableValueInvalid</c>: the value is not one text, number, Boolean or date.</exception>
    public static string? Text(string key, object? value) => PSValue.Of(value) is not { } given ? null
        : TextOf(value) ?? throw Fault.HashtableValueInvalid(key, key, given.GetType().Name);

    /// <summary>A value as text, in the invariant culture and with dates in ISO form.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text. Null if the value is not one text, number, Boolean or date: its text would be the name of its type.</returns>
    public static string? TextOf(object? value) => PSValue.Of(value) switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag ? "true" : "false",
        Uri uri => uri.OriginalString,
        IFormattable item => item.ToString(item is DateTime or DateTimeOffset or DateOnly or TimeOnly ? "o" : null,
            CultureInfo.InvariantCulture),
        _ => null,
    };
}
