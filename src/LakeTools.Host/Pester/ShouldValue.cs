using System.Globalization;

namespace LakeTools.Host.Pester;

/// <summary>Values as Should compares and shows them.</summary>
internal static class ShouldValue
{
    /// <summary>The value without its wrapper; a custom object stays wrapped.</summary>
    public static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>The items of a list; null for what is none.</summary>
    public static List<object?>? List(object? value) =>
        value is IEnumerable items and not string and not IDictionary ? [.. items.Cast<object?>().Select(Bare)] : null;

    public static string Show(object? value) => Bare(value) switch
    {
        null => "$null",
        string text => "'" + text + "'",
        bool flag => flag ? "$true" : "$false",
        Type type => "[" + type + "]",
        ScriptBlock block => "{" + block + "}",
        IDictionary table => "@{" + string.Join("; ", table.Keys.Cast<object>().Select(key => key + "=" + Show(table[key]))) + "}",
        IEnumerable items => "@(" + string.Join(", ", items.Cast<object?>().Take(10).Select(Show)) + ")",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
