using System.Text.Json;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Iam;

/// <summary>Reads statements of a policy: what they are about, with wildcards and with the members that name all others.</summary>
internal static class PolicyStatement
{
    /// <summary>The items of a member that has one or a list; none if it is missing.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string member)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(member, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    /// <summary>A text; null for anything else.</summary>
    public static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether a statement allows or denies; null for neither.</summary>
    public static string? Effect(JsonElement statement) => Items(statement, "Effect").Select(Text).FirstOrDefault();

    /// <summary>Whether a statement is about an action. Names of actions do not differ by case.</summary>
    public static bool CoversAction(JsonElement statement, string action) => Covers(statement, "Action", action, ignoreCase: true);

    /// <summary>Whether a statement is about a resource.</summary>
    public static bool CoversResource(JsonElement statement, string arn) => Covers(statement, "Resource", arn, ignoreCase: false);

    /// <summary>Whether a member has a wildcard expression that a value matches.</summary>
    public static bool Any(JsonElement owner, string member, string value, bool ignoreCase) =>
        Items(owner, member).Any(pattern => Text(pattern) is { } text && KeyPattern.OfAws(text, ignoreCase).IsMatch(value));

    private static bool Covers(JsonElement statement, string member, string value, bool ignoreCase) =>
        statement.TryGetProperty(member, out _)
        ? Any(statement, member, value, ignoreCase)
        : statement.TryGetProperty("Not" + member, out _) && !Any(statement, "Not" + member, value, ignoreCase);
}
