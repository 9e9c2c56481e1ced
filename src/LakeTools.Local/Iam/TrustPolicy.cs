using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Iam;

/// <summary>
/// Reads of a role's trust policy the one thing that the lake asks about: an external id. Whom it trusts is not looked into, since
/// every principal may try out every role here.
/// </summary>
internal static class TrustPolicy
{
    /// <summary>
    /// False where the statements that let other accounts' principals in all ask for an external id, and none takes this one.
    /// Comparisons other than StringEquals do not count as asking.
    /// </summary>
    public static bool TakesExternalId(string document, string? externalId)
    {
        var asked = new List<string[]>();
        foreach (var statement in Items(Statements(document)).OfType<JsonObject>())
        {
            if ((statement["Principal"] as JsonObject)?["AWS"] is null || Text(statement["Effect"]) != "Allow") continue;
            if (ExternalIds(statement) is not { } ids) return true;
            asked.Add(ids);
        }

        return asked.Count == 0 || asked.Exists(ids => externalId is not null && ids.Contains(externalId, StringComparer.Ordinal));
    }

    /// <summary>
    /// Whether a statement lets the bearers of an identity provider's tokens in, and its conditions take this token. Conditions other than
    /// StringEquals and StringLike on the token's audience and subject cannot be decided here, and let nobody in.
    /// </summary>
    public static bool TakesWebIdentity(string document, string issuer, string audience, string subject)
    {
        var provider = issuer[(issuer.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/');
        return Items(Statements(document)).OfType<JsonObject>().Any(statement =>
            Text(statement["Effect"]) == "Allow"
            && Items(statement["Action"]).Select(Text).Any(action => action is "*" or "sts:*"
                || string.Equals(action, "sts:AssumeRoleWithWebIdentity", StringComparison.OrdinalIgnoreCase))
            && Items((statement["Principal"] as JsonObject)?["Federated"]).Select(Text).Any(principal => principal == provider
                || principal?.EndsWith(":oidc-provider/" + provider, StringComparison.Ordinal) == true)
            && (statement["Condition"] is not { } conditions || (conditions is JsonObject operators && operators.All(Holds))));

        bool Holds(KeyValuePair<string, JsonNode?> comparison) => comparison.Key is "StringEquals" or "StringLike"
            && comparison.Value is JsonObject keys && keys.All(key =>
                (string.Equals(key.Key, provider + ":aud", StringComparison.OrdinalIgnoreCase) ? audience
                    : string.Equals(key.Key, provider + ":sub", StringComparison.OrdinalIgnoreCase) ? subject : null) is { } value
                && Items(key.Value).Select(Text).OfType<string>().Any(wanted => comparison.Key == "StringEquals"
                    ? wanted == value : KeyPattern.OfAws(wanted).IsMatch(value)));
    }

    private static JsonNode? Statements(string document) =>
        JsonText.Fault(document, out var policy) is null ? (policy as JsonObject)?["Statement"] : null;

    private static string[]? ExternalIds(JsonObject statement)
    {
        if ((statement["Condition"] as JsonObject)?["StringEquals"] is not JsonObject equals) return null;
        var key = equals.FirstOrDefault(member => member.Key.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase));
        return key.Key is null ? null : Items(key.Value).Select(Text).OfType<string>().ToArray();
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? node)
    {
        if (node is JsonArray array) return array;
        return node is null ? [] : [node];
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
