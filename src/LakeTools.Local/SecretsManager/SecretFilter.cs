using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// One filter of ListSecrets and BatchGetSecretValue. Any of its values may match; a value that starts with ! must not.
/// Names, tag keys and tag values match by their beginning and case; descriptions by the beginnings of their words in any case; 'all' looks
/// for each word anywhere (API reference, Filter).
/// </summary>
internal sealed record SecretFilter(string Key, IReadOnlyList<string> Values)
{
    public static List<SecretFilter> Read(JsonObject input) => input.Items("Filters").Select(item =>
    {
        var key = item.Text("Key") ?? throw SecretErrors.InvalidParameter("Invalid filter key.");
        var values = item.Texts("Values") ?? throw SecretErrors.InvalidParameter("Invalid filter values.");
        return new SecretFilter(key, values);
    }).ToList();

    public bool Matches(SecretRecord secret) => Values.Any(value =>
        value.StartsWith('!') ? !MatchesValue(secret, value[1..]) : MatchesValue(secret, value));

    private bool MatchesValue(SecretRecord secret, string value) => Key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => Words(value).All(wanted => Words(secret.Description ?? "").Any(word =>
            word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))),
        "tag-key" => (secret.Tags ?? []).Any(tag => tag.Key.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => (secret.Tags ?? []).Any(tag => tag.Value.StartsWith(value, StringComparison.Ordinal)),
        "all" => Words(value).All(word => Attributes(secret).Any(text =>
            text.Contains(word, StringComparison.OrdinalIgnoreCase))),
        "primary-region" => secret.PrimaryRegion?.StartsWith(value, StringComparison.Ordinal) == true,
        _ => false, // no other service owns secrets of a lake
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Attributes(SecretRecord secret) =>
        (secret.Tags ?? []).SelectMany(tag => new[] { tag.Key, tag.Value }).Append(secret.Name).Append(secret.Description ?? "");
}
