using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>
/// Reads what the lake asks a role's trust policy: whether it takes an external id, a token, or a principal of another account. Which
/// principals of the role's own account it trusts is not looked into, because each of them may try out every role here.
/// </summary>
internal static class TrustPolicy
{
    /// <summary>
    /// False if the statements that let other accounts' principals in all ask for an external id, and none takes this one.
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
    /// Whether the policy lets the bearer of an identity provider's token in. Conditions count on the token's audience and subject.
    /// </summary>
    /// <param name="document">The policy.</param>
    /// <param name="accountId">The role's account, which the provider belongs to.</param>
    /// <param name="issuer">The token's issuer.</param>
    /// <param name="audience">The token's audience.</param>
    /// <param name="subject">The token's subject.</param>
    public static bool TakesWebIdentity(string document, string accountId, string issuer, string audience, string subject)
    {
        var provider = issuer[(issuer.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
        return PolicyDecision.Decide(document, new PolicyQuestion("sts:AssumeRoleWithWebIdentity", null)
        {
            PrincipalKind = "Federated",
            Principals = [provider, $"arn:aws:iam::{accountId}:oidc-provider/{provider}"],
            Keys = new Dictionary<string, string?>
            {
                [provider.ToLowerInvariant() + ":aud"] = audience,
                [provider.ToLowerInvariant() + ":sub"] = subject,
            },
        }) == true;
    }

    /// <summary>
    /// Whether the policy lets a principal of another account in, by its own name or by that of its account (IAM user guide, cross-account
    /// policy evaluation logic).
    /// </summary>
    /// <param name="document">The policy.</param>
    /// <param name="question">The question, which names the principal.</param>
    public static bool TakesPrincipal(string document, PolicyQuestion question) =>
        PolicyDecision.Decide(document, question with { Resource = null }) == true;

    /// <summary>Whether the policy lets a service take the role for its own account.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="service">Such as <c>glue.amazonaws.com</c>.</param>
    /// <param name="accountId">The account that the service acts for, which is the role's.</param>
    public static bool TakesService(string document, string service, string accountId) =>
        PolicyDecision.Decide(document, new PolicyQuestion("sts:AssumeRole", null)
        {
            PrincipalKind = "Service",
            Principals = [service],
            Keys = new Dictionary<string, string?> { ["aws:sourceaccount"] = accountId },
        }) == true;

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
