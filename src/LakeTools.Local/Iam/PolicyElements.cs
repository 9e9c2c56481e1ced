using System.Text.Json;
using System.Text.RegularExpressions;

namespace LakeTools.Local.Iam;

/// <summary>The values of a statement's elements, by the grammar of IAM's JSON policy language (IAM user guide).</summary>
internal static partial class PolicyElements
{
    private const string AnyValue = "ForAnyValue:";
    private const string AllValues = "ForAllValues:";
    private const string IfExists = "IfExists";

    private static readonly HashSet<string> s_principals = new(StringComparer.Ordinal) { "AWS", "Federated", "Service", "CanonicalUser" };

    private static readonly HashSet<string> s_operators = new(StringComparer.Ordinal)
    {
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
        "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
        "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike",
    };

    /// <summary>Whether a value is a text or a list of texts.</summary>
    public static bool IsTexts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.GetArrayLength() > 0 && value.EnumerateArray().All(IsText)
        : IsText(value);

    /// <summary>Whether a value names principals.</summary>
    public static bool IsPrincipal(JsonElement principal) => principal.ValueKind switch
    {
        JsonValueKind.String => principal.GetString() == "*",
        JsonValueKind.Object => principal.EnumerateObject().Any()
            && principal.EnumerateObject().All(kind => s_principals.Contains(kind.Name) && IsTexts(kind.Value)),
        _ => false,
    };

    /// <summary>Says what is wrong with a Sid; null for nothing.</summary>
    public static string? FaultOfSid(JsonElement sid, PolicyKind kind) => sid.ValueKind != JsonValueKind.String ? "a Sid is no text"
        : kind is PolicyKind.Identity or PolicyKind.Trust && !sid.GetString()!.All(char.IsAsciiLetterOrDigit)
            ? "a Sid may have letters and digits only" : null;

    /// <summary>Says what is wrong with the actions of a statement, which are texts; null for nothing.</summary>
    public static string? FaultOfActions(JsonElement statement, PolicyKind kind)
    {
        if (kind == PolicyKind.Bucket) return null;
        var actions = Texts(statement, "Action").ToList();
        if (actions.Concat(Texts(statement, "NotAction")).FirstOrDefault(action => !Action().IsMatch(action)) is { } other)
            return $"the action {other} has no prefix of a service, such as s3:";
        return kind == PolicyKind.Trust && actions.Exists(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
            ? "a trust policy may have actions of STS only" : null;
    }

    /// <summary>Says what is wrong with the resources of a statement, which are texts; null for nothing.</summary>
    public static string? FaultOfResources(JsonElement statement, PolicyKind kind) => kind == PolicyKind.Bucket ? null
        : Texts(statement, "Resource").Concat(Texts(statement, "NotResource")).FirstOrDefault(text => text != "*" && !Arn().IsMatch(text))
            is { } other ? $"the resource {other} is neither an ARN nor *" : null;

    /// <summary>Says what is wrong with a condition; null for nothing.</summary>
    public static string? FaultOfCondition(JsonElement condition)
    {
        var isMap = condition.ValueKind == JsonValueKind.Object
            && condition.EnumerateObject().All(comparison => comparison.Value.ValueKind == JsonValueKind.Object
                && comparison.Value.EnumerateObject().All(key => IsValues(key.Value)));
        if (!isMap) return "a Condition is not a map of comparisons to keys and values";
        return condition.EnumerateObject().Select(comparison => comparison.Name).FirstOrDefault(name => !IsOperator(name)) is { } other
            ? $"{other} is no comparison of conditions" : null;
    }

    private static bool IsOperator(string name)
    {
        if (name == "Null") return true;
        foreach (var quantifier in (ReadOnlySpan<string>)[AnyValue, AllValues])
            if (name.StartsWith(quantifier, StringComparison.Ordinal)) name = name[quantifier.Length..];
        return s_operators.Contains(name.EndsWith(IfExists, StringComparison.Ordinal) ? name[..^IfExists.Length] : name);
    }

    private static IEnumerable<string> Texts(JsonElement statement, string member) =>
        PolicyStatement.Items(statement, member).Select(PolicyStatement.Text).OfType<string>();

    private static bool IsValues(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().All(IsValue)
        : IsValue(value);

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is not null;

    private static bool IsValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || IsText(value);

    [GeneratedRegex(@"\A(\*|\*:\*|[A-Za-z0-9-]+:[A-Za-z0-9_*?-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"\Aarn:([^:]*:){4}.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Arn();
}
