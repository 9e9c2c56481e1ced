using System.Text.Json;
using LakeTools.Local.Wire;
using LakeTools.Rules.Text;

namespace LakeTools.Local.Iam;

/// <summary>
/// A policy's decision about an action on a resource, by IAM's rules of evaluation (IAM user guide, policy evaluation logic
/// and condition operators). Operators that are not supported here are refused, and never guessed.
/// </summary>
/// <param name="id">The policy's name, which results name.</param>
/// <param name="document">The policy.</param>
internal sealed class SimulatedPolicy(string id, string document)
{
    private const string IfExists = "IfExists";

    // The operators that compare texts: whether they are negated, and how a value of the policy meets one of the request.
    private static readonly Dictionary<string, (bool Negated, Func<string, string, bool> Meets)> s_operators = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = (false, string.Equals),
        ["StringNotEquals"] = (true, string.Equals),
        ["StringEqualsIgnoreCase"] = (false, EqualsIgnoreCase),
        ["StringNotEqualsIgnoreCase"] = (true, EqualsIgnoreCase),
        ["StringLike"] = (false, IsLike),
        ["StringNotLike"] = (true, IsLike),
        ["ArnEquals"] = (false, IsLikeArn),
        ["ArnNotEquals"] = (true, IsLikeArn),
        ["ArnLike"] = (false, IsLikeArn),
        ["ArnNotLike"] = (true, IsLikeArn),
        ["Bool"] = (false, EqualsIgnoreCase),
    };

    /// <summary>The policy's name.</summary>
    public string Id => id;

    /// <summary>The condition keys of all statements. IAM names them whatever the statements are about (boto3, issue 3111).</summary>
    public IReadOnlyCollection<string> ConditionKeys
    {
        get
        {
            using var policy = JsonDocument.Parse(document);
            return (from statement in PolicyStatement.Items(policy.RootElement, "Statement")
                    from condition in PolicyStatement.Items(statement, "Condition")
                    from comparison in condition.EnumerateObject()
                    from key in comparison.Value.EnumerateObject()
                    select key.Name).ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Whether it allows or denies an action on a resource.</summary>
    /// <param name="action">Such as <c>glue:GetTable</c>.</param>
    /// <param name="resource">An ARN, or <c>*</c>.</param>
    /// <param name="context">The values of the request by condition key, in lower case.</param>
    /// <returns>Allow, Deny, or null if it says nothing.</returns>
    /// <exception cref="ApiException">It cannot be evaluated here.</exception>
    public string? Decide(string action, string resource, IReadOnlyDictionary<string, string[]> context)
    {
        string? decision = null;
        using var policy = JsonDocument.Parse(document);
        foreach (var statement in PolicyStatement.Items(policy.RootElement, "Statement"))
        {
            if (!PolicyStatement.CoversAction(statement, action)) continue;
            RefuseVariables(statement, "Resource");
            RefuseVariables(statement, "NotResource");
            if (PolicyStatement.CoversResource(statement, resource) != true || !IsMet(statement, context)) continue;
            if (PolicyStatement.Effect(statement) == "Deny") return "Deny";
            decision = "Allow";
        }

        return decision;
    }

    private static bool EqualsIgnoreCase(string wanted, string value) => string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsLike(string wanted, string value) => KeyPattern.OfAws(wanted).IsMatch(value);

    // Each of the six parts of an ARN is compared on its own; a wildcard does not reach over a colon before the last part.
    private static bool IsLikeArn(string wanted, string value)
    {
        var (left, right) = (wanted.Split(':', 6), value.Split(':', 6));
        return left.Length == right.Length && left.Zip(right).All(parts => IsLike(parts.First, parts.Second));
    }

    private bool IsMet(JsonElement statement, IReadOnlyDictionary<string, string[]> context)
    {
        if (!statement.TryGetProperty("Condition", out var condition)) return true;
        var isMet = true;
        foreach (var comparison in condition.EnumerateObject())
        {
            foreach (var key in comparison.Value.EnumerateObject())
            {
                RefuseVariables(comparison.Value, key.Name);
                var values = PolicyStatement.Items(comparison.Value, key.Name).Select(ValueText).ToList();
                var given = context.GetValueOrDefault(key.Name.ToLowerInvariant());
                isMet &= Compare(comparison.Name, values, given);
            }
        }

        return isMet;
    }

    // A key that the request does not have meets what is negated, and what counts where the key exists alone.
    private bool Compare(string name, List<string> values, string[]? given)
    {
        if (name == "Null") return values.Contains(given is null ? "true" : "false", StringComparer.OrdinalIgnoreCase);
        var isOptional = name.EndsWith(IfExists, StringComparison.Ordinal);
        var plain = isOptional ? name[..^IfExists.Length] : name;
        if (!s_operators.TryGetValue(plain, out var found)) throw Beyond($"the condition operator {name}");
        if (given is null) return found.Negated || isOptional;
        return found.Negated ^ given.Any(value => values.Exists(wanted => found.Meets(wanted, value)));
    }

    private void RefuseVariables(JsonElement owner, string member)
    {
        if (PolicyStatement.Items(owner, member).Any(item => PolicyStatement.Text(item) is { } text && PolicyStatement.HasVariable(text)))
            throw Beyond("policy variables");
    }

    private static string ValueText(JsonElement value) => PolicyStatement.Text(value) ?? value.GetRawText();

    private ApiException Beyond(string what) => PolicySimulation.Beyond($"The policy {id} has {what}");
}
