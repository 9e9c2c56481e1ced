using System.Text.Json;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Sts;

/// <summary>The policy that AssumeRole may name for one session.</summary>
internal static class SessionPolicy
{
    /// <summary>Characters, without compression (API reference).</summary>
    private const int MaxLength = 2048;

    /// <summary>The policy of a call, checked; null where it names none.</summary>
    public static string? Of(ApiCall call)
    {
        if ((string?)call.Input["Policy"] is not { } policy) return null;
        if (policy.Length > MaxLength)
            throw new ApiException("PackedPolicyTooLarge",
                $"Packed policy consumes {PackedSize(policy)}% of allotted space, please use smaller policy.");
        return IsPolicy(policy)
            ? policy
            : throw new ApiException("MalformedPolicyDocument", "This policy contains invalid Json or lacks what a statement must have.");
    }

    /// <summary>Percent of the space that a session's policy may take. AWS packs it in a way that is not documented.</summary>
    public static int PackedSize(string policy) => ((policy.Length * 100) + MaxLength - 1) / MaxLength;

    private static bool IsPolicy(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var policy = document.RootElement;
            if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("Statement", out var statements)) return false;
            if (statements.ValueKind != JsonValueKind.Array) return IsStatement(statements);
            return statements.GetArrayLength() > 0 && statements.EnumerateArray().All(IsStatement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsStatement(JsonElement statement) =>
        statement.ValueKind == JsonValueKind.Object
        && statement.TryGetProperty("Effect", out var effect) && effect.ValueKind == JsonValueKind.String
            && effect.GetString() is "Allow" or "Deny"
        && HasTexts(statement, "Action", "NotAction") && HasTexts(statement, "Resource", "NotResource")
        && !statement.TryGetProperty("Principal", out _)
        && (!statement.TryGetProperty("Condition", out var condition) || IsCondition(condition));

    private static bool IsCondition(JsonElement condition) =>
        condition.ValueKind == JsonValueKind.Object
        && condition.EnumerateObject().All(comparison => comparison.Value.ValueKind == JsonValueKind.Object);

    private static bool HasTexts(JsonElement statement, string member, string opposite) =>
        (statement.TryGetProperty(member, out var value) || statement.TryGetProperty(opposite, out value))
        && (value.ValueKind == JsonValueKind.String
            || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)));
}
