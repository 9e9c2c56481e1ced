using System.Collections;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Reads hashtables of LF-Tags, such as <c>@{ domain = 'sales', 'hr'; region = 'eu' }</c>.</summary>
internal static class TagTable
{
    /// <summary>Keys with their values; a key with $null may have any.</summary>
    /// <exception cref="LakeException"><c>HashtableValueInvalid</c>.</exception>
    public static TagExpression Read(IDictionary table)
    {
        var conditions = new List<KeyValuePair<string, IEnumerable<string>>>();
        // The dictionary's own enumerator: others do not give entries.
        for (var entries = table.GetEnumerator(); entries.MoveNext();)
        {
            var key = Text(nameof(Hashtable), entries.Key);
            conditions.Add(KeyValuePair.Create(key, Values(key, entries.Value)));
        }

        return TagExpression.Of(conditions);
    }

    private static IEnumerable<string> Values(string key, object? value) => PSValue.Of(value) switch
    {
        null => [TagExpression.AnyValue],
        string text => [text],
        IEnumerable list and not IDictionary => [.. list.Cast<object?>().Select(item => Text(key, item))],
        var other => [Text(key, other)],
    };

    private static string Text(string key, object? value) => StringMap.Text(key, value) ?? "";
}
