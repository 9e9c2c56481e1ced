using System.Collections;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Filters of secrets, such as <c>@{ 'tag-key' = 'team'; Name = 'prod/', 'test/' }</c>.</summary>
internal static class SecretFilterTable
{
    /// <summary>The filters, by the API's keys; null for null.</summary>
    /// <exception cref="LakeException"><c>SecretFilterUnknown</c>, <c>KeysMeet</c>, <c>HashtableValueInvalid</c>.</exception>
    public static Dictionary<string, IReadOnlyList<string>>? Of(IDictionary? table) =>
        table is null ? null : StringMap.Read(table, SecretFilters.Key, Values);

    private static IReadOnlyList<string> Values(string key, object? value) => PSValue.Of(value) switch
    {
        string text => [text],
        IEnumerable items and not IDictionary => [.. items.Cast<object?>().Select(item => StringMap.Text(key, item) ?? "")],
        var other => [StringMap.Text(key, other) ?? ""],
    };
}
