using System.Text.Json;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>
/// Returns whether a text is a policy, by the grammar of IAM's JSON policy language (IAM user guide). It does not examine what
/// the statements allow.
/// </summary>
internal static class PolicyDocument
{
    /// <summary>The fault of a text that is no JSON.</summary>
    public const string NoJson = "it is not valid JSON";

    /// <summary>The fault of a policy that says nothing.</summary>
    public const string NoStatement = "it has no Statement";

    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal) { "Version", "Id", "Statement" };

    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal)
    {
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    };

    /// <summary>Says what is wrong with a policy.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it belongs to.</param>
    /// <returns>The fault; null for a policy.</returns>
    public static string? Fault(string text, PolicyKind kind)
    {
        try
        {
            if (JsonText.Fault(text, out _) is not null) return NoJson;
            using var document = JsonDocument.Parse(text);
            var policy = document.RootElement;
            if (policy.ValueKind != JsonValueKind.Object) return "it is not a JSON object";
            if (FaultOfMembers(policy, s_members) is { } fault) return fault;
            if (policy.TryGetProperty("Version", out var version)
                && (version.ValueKind != JsonValueKind.String || version.GetString() is not ("2012-10-17" or "2008-10-17")))
                return "its Version is neither 2012-10-17 nor 2008-10-17";
            if (!policy.TryGetProperty("Statement", out var statements)) return NoStatement;
            if (statements.ValueKind != JsonValueKind.Array) return FaultOfStatement(statements, kind);

            // Whether IAM takes an empty list is undocumented. A trust policy with one trusts no principal; any other one says nothing.
            if (statements.GetArrayLength() == 0 && kind != PolicyKind.Trust) return "its Statement is empty";
            return statements.EnumerateArray().Select(statement => FaultOfStatement(statement, kind))
                .FirstOrDefault(found => found is not null) ?? FaultOfSids(statements);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return NoJson; // the second is what text that is no Unicode gives
        }
    }

    private static string? FaultOfStatement(JsonElement statement, PolicyKind kind)
    {
        if (statement.ValueKind != JsonValueKind.Object) return "a statement is not a JSON object";
        if (FaultOfMembers(statement, s_parts) is { } fault) return fault;
        if (statement.TryGetProperty("Sid", out var sid) && PolicyElements.FaultOfSid(sid, kind) is { } faultOfSid) return faultOfSid;
        if (!statement.TryGetProperty("Effect", out var effect) || effect.ValueKind != JsonValueKind.String
            || effect.GetString() is not ("Allow" or "Deny"))
            return "a statement's Effect is neither Allow nor Deny";
        if (!HasOneOf(statement, "Action", "NotAction", PolicyElements.IsTexts))
            return "a statement has no Action that is a text or a list of texts";
        if (kind == PolicyKind.Trust)
        {
            if (HasAny(statement, "Resource", "NotResource")) return "a trust policy has no Resource";
        }
        else if (!HasOneOf(statement, "Resource", "NotResource", PolicyElements.IsTexts))
        {
            return "a statement has no Resource that is a text or a list of texts";
        }

        if (kind == PolicyKind.Identity)
        {
            if (HasAny(statement, "Principal", "NotPrincipal")) return "a policy of a role or session must not have a Principal";
        }
        else if (!HasOneOf(statement, "Principal", "NotPrincipal", PolicyElements.IsPrincipal))
        {
            return "a statement has no Principal that is * or has AWS, Federated, Service or CanonicalUser";
        }

        return PolicyElements.FaultOfActions(statement, kind) ?? PolicyElements.FaultOfResources(statement, kind)
            ?? (statement.TryGetProperty("Condition", out var condition) ? PolicyElements.FaultOfCondition(condition) : null);
    }

    // An empty Sid, which the console of IAM writes into trust policies, names nothing.
    private static string? FaultOfSids(JsonElement statements)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        return statements.EnumerateArray().SelectMany(statement => PolicyStatement.Items(statement, "Sid")).Select(PolicyStatement.Text)
            .FirstOrDefault(sid => !string.IsNullOrEmpty(sid) && !found.Add(sid)) is { } twice
            ? $"the Sid {twice} is specified more than once" : null;
    }

    private static string? FaultOfMembers(JsonElement element, HashSet<string> known)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name)) return "it has members that policies do not have";
            if (!found.Add(member.Name)) return $"{member.Name} is specified more than once";
        }

        return null;
    }

    private static bool HasOneOf(JsonElement statement, string member, string opposite, Func<JsonElement, bool> isValue)
    {
        var has = statement.TryGetProperty(member, out var value);
        var hasOpposite = statement.TryGetProperty(opposite, out var other);
        return has != hasOpposite && isValue(has ? value : other);
    }

    private static bool HasAny(JsonElement statement, string member, string opposite) =>
        statement.TryGetProperty(member, out _) || statement.TryGetProperty(opposite, out _);
}
