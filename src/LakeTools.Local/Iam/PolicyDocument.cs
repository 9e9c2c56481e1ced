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

    /// <summary>Says what is wrong with the policy of a role or session, which has resources and names no principal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fault; null for a policy.</returns>
    public static string? FaultOfIdentity(string text) => Fault(text, hasPrincipal: false, hasResource: true);

    /// <summary>Says what is wrong with a role's trust policy, which names principals and no resource.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fault; null for a policy.</returns>
    public static string? FaultOfTrust(string text) => Fault(text, hasPrincipal: true, hasResource: false);

    /// <summary>Says what is wrong with the policy of a resource, which names principals and resources.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The fault; null for a policy.</returns>
    public static string? FaultOfResource(string text) => Fault(text, hasPrincipal: true, hasResource: true);

    private static string? Fault(string text, bool hasPrincipal, bool hasResource)
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
            if (statements.ValueKind != JsonValueKind.Array) return FaultOfStatement(statements, hasPrincipal, hasResource);

            // Whether IAM takes an empty list is undocumented. A trust policy with one trusts no principal; any other one says nothing.
            if (statements.GetArrayLength() == 0 && hasResource) return "its Statement is empty";
            return statements.EnumerateArray().Select(statement => FaultOfStatement(statement, hasPrincipal, hasResource))
                .FirstOrDefault(found => found is not null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return NoJson; // the second is what text that is no Unicode gives
        }
    }

    private static string? FaultOfStatement(JsonElement statement, bool hasPrincipal, bool hasResource)
    {
        if (statement.ValueKind != JsonValueKind.Object) return "a statement is not a JSON object";
        if (FaultOfMembers(statement, s_parts) is { } fault) return fault;
        if (statement.TryGetProperty("Sid", out var sid) && sid.ValueKind != JsonValueKind.String) return "a Sid is no text";
        if (!statement.TryGetProperty("Effect", out var effect) || effect.ValueKind != JsonValueKind.String
            || effect.GetString() is not ("Allow" or "Deny"))
            return "a statement's Effect is neither Allow nor Deny";
        if (!HasOneOf(statement, "Action", "NotAction", IsTexts)) return "a statement has no Action that is a text or a list of texts";
        if (hasResource ? !HasOneOf(statement, "Resource", "NotResource", IsTexts) : HasAny(statement, "Resource", "NotResource"))
            return hasResource ? "a statement has no Resource that is a text or a list of texts" : "a trust policy has no Resource";
        if (hasPrincipal ? !HasOneOf(statement, "Principal", "NotPrincipal", IsPrincipal) : HasAny(statement, "Principal", "NotPrincipal"))
            return hasPrincipal ? "a statement has no Principal" : "a policy of a role or session must not have a Principal";
        return statement.TryGetProperty("Condition", out var condition) && !IsCondition(condition)
            ? "a Condition is not a map of comparisons to keys and values"
            : null;
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

    private static bool IsPrincipal(JsonElement principal) => principal.ValueKind switch
    {
        JsonValueKind.String => principal.GetString() == "*",
        JsonValueKind.Object => principal.EnumerateObject().Any() && principal.EnumerateObject().All(kind => IsTexts(kind.Value)),
        _ => false,
    };

    private static bool IsCondition(JsonElement condition) =>
        condition.ValueKind == JsonValueKind.Object
        && condition.EnumerateObject().All(comparison => comparison.Value.ValueKind == JsonValueKind.Object
            && comparison.Value.EnumerateObject().All(key => IsValues(key.Value)));

    private static bool IsTexts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.GetArrayLength() > 0 && value.EnumerateArray().All(IsText)
        : IsText(value);

    private static bool IsValues(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().All(IsValue)
        : IsValue(value);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is not null;

    private static bool IsValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || IsText(value);
}
