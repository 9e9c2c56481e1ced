using System.Collections;
using System.Globalization;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Reads hashtables of LF-Tags, such as <c>@{ domain = 'sales', 'hr'; region = 'eu' }</c>.</summary>
internal static class TagTable
{
    /// <summary>Keys with their values; a key with $null may have any.</summary>
    public static TagExpression Read(IDictionary table)
    {
        var conditions = new List<KeyValuePair<string, IEnumerable<string>>>();
        // The dictionary's own enumerator: others do not give entries.
        for (var entries = table.GetEnumerator(); entries.MoveNext();)
            conditions.Add(KeyValuePair.Create(Text(entries.Key), Values(entries.Value)));
        return TagExpression.Of(conditions);
    }

    private static IEnumerable<string> Values(object? value) => PSValue.Of(value) switch
    {
        null => [TagExpression.AnyValue],
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(Text)],
        var other => [Text(other)],
    };

    private static string Text(object? value) =>
        Convert.ToString(PSValue.Of(value), CultureInfo.InvariantCulture) ?? "";
}
