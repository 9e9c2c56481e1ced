using System.Text.Json;
using System.Text.RegularExpressions;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Iam;

/// <summary>Reads statements of a policy: what they are about, with wildcards and with the members that name all others.</summary>
internal static partial class PolicyStatement
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
    public static bool CoversAction(JsonElement statement, string action) =>
        statement.TryGetProperty("Action", out _) ? AnyAction(statement, "Action", action)
        : statement.TryGetProperty("NotAction", out _) && !AnyAction(statement, "NotAction", action);

    /// <summary>Whether a statement is about a resource; null if that depends on a policy variable.</summary>
    public static bool? CoversResource(JsonElement statement, string arn) =>
        statement.TryGetProperty("Resource", out _) ? Any(statement, "Resource", arn)
        : statement.TryGetProperty("NotResource", out _) ? !Any(statement, "NotResource", arn)
        : false;

    /// <summary>Whether a member has a wildcard expression that a value matches; null if that depends on a policy variable.</summary>
    public static bool? Any(JsonElement owner, string member, string value)
    {
        bool? answer = false;
        foreach (var pattern in Items(owner, member).Select(Text).OfType<string>())
        {
            if (!KeyPattern.OfAws(Variable().Replace(pattern, "*")).IsMatch(value)) continue;
            if (!HasVariable(pattern)) return true;
            answer = null;
        }

        return answer;
    }

    /// <summary>Whether a text has a policy variable, such as <c>${aws:username}</c>. Their values are not known here.</summary>
    public static bool HasVariable(string text) => Variable().IsMatch(text);

    private static bool AnyAction(JsonElement statement, string member, string action) =>
        Items(statement, member).Select(Text).OfType<string>().Any(text => KeyPattern.OfAws(text, ignoreCase: true).IsMatch(action));

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
