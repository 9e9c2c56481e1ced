using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>
/// The filters of Secrets Manager: all of them must hold, and any value of one. A value that begins with ! must not match.
/// </summary>
public static class SecretFilters
{
    private static readonly string[] s_keys = ["name", "description", "tag-key", "tag-value", "primary-region", "owning-service", "all"];

    /// <summary>Reads what people type: <c>TagKey</c>, <c>tag-key</c> and <c>tag_key</c> are one.</summary>
    /// <param name="key">A filter's key.</param>
    /// <returns>The API's key.</returns>
    /// <exception cref="LakeException"><c>SecretFilterUnknown</c>.</exception>
    public static string Key(string key)
    {
        var plain = Plain(key);
        return Array.Find(s_keys, known => Plain(known) == plain)
            ?? throw Fault.SecretFilterUnknown(key, string.Join(", ", s_keys));
    }

    internal static List<Filter> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> filters) =>
        [.. filters.Select(filter => new Filter { Key = new FilterNameStringType(Key(filter.Key)), Values = [.. filter.Value] })];

    private static string Plain(string key) =>
        key.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
