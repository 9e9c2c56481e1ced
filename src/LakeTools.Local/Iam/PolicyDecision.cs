using System.Text.Json;

namespace LakeTools.Local.Iam;

/// <summary>
/// Reads as much of IAM policies as says whether they allow an action: Effect, Principal, Action, Resource and their opposites with
/// wildcards, and conditions with StringEquals, StringLike, ArnEquals and ArnLike on the keys that a question knows. A Deny wins; a
/// statement with any other condition, or whose effect depends on a policy variable, does not count as Allow, and counts as Deny. An
/// invalid policy, which an older version may have kept, allows nothing.
/// </summary>
internal static class PolicyDecision
{
    /// <summary>Whether one of some policies allows, and none denies.</summary>
    public static bool Allows(IEnumerable<string> documents, PolicyQuestion question)
    {
        var answers = documents.Select(document => Decide(document, question)).ToList();
        return answers.Contains(true) && !answers.Contains(false);
    }

    /// <summary>The decision of one policy: true for allowed, false for denied, null if no statement of it is about the question.</summary>
    public static bool? Decide(string document, PolicyQuestion question)
    {
        using var policy = JsonDocument.Parse(document);
        bool? allowed = null;
        foreach (var statement in PolicyStatement.Items(policy.RootElement, "Statement"))
        {
            if (statement.ValueKind != JsonValueKind.Object) continue;
            var isAbout = IsAbout(statement, question);
            var isMet = isAbout == false ? false : Met(statement, question);
            if (isMet == true) isMet = isAbout;
            var effect = PolicyStatement.Effect(statement);
            if (effect == "Deny" && isMet != false) return false;
            if (effect == "Allow" && isMet == true) allowed = true;
        }

        return allowed;
    }

    // Null if it depends on a policy variable.
    private static bool? IsAbout(JsonElement statement, PolicyQuestion question)
    {
        if (question.Principals is { } principals && !Names(statement, question.PrincipalKind, principals)) return false;
        if (!PolicyStatement.CoversAction(statement, question.Action)) return false;
        return question.Resource is { } resource ? PolicyStatement.CoversResource(statement, resource) : true;
    }

    // NotPrincipal applies to every principal in a Deny, and to none in an Allow.
    private static bool Names(JsonElement statement, string kind, IReadOnlyCollection<string> principals)
    {
        if (!statement.TryGetProperty("Principal", out var named))
            return statement.TryGetProperty("NotPrincipal", out _) && PolicyStatement.Effect(statement) == "Deny";
        if (named.ValueKind != JsonValueKind.Object) return kind == "AWS" && PolicyStatement.Text(named) == "*";
        return PolicyStatement.Items(named, kind).Select(PolicyStatement.Text).Any(text => text is not null && (
            (text == "*" && kind == "AWS") || principals.Contains(text)
            || (text.StartsWith("arn:", StringComparison.Ordinal) && text.EndsWith(":root", StringComparison.Ordinal)
                && principals.Contains(text.Split(':')[4]))));
    }

    // Whether a statement's Condition holds; null if it asks for what is not known here.
    private static bool? Met(JsonElement statement, PolicyQuestion question)
    {
        if (!statement.TryGetProperty("Condition", out var condition)) return true;
        if (condition.ValueKind != JsonValueKind.Object) return null;
        var isMet = true;
        foreach (var comparison in condition.EnumerateObject())
        {
            if (comparison.Value.ValueKind != JsonValueKind.Object) return null;
            bool? isLike = comparison.Name switch
            {
                "StringEquals" => false,
                "StringLike" or "ArnEquals" or "ArnLike" => true,
                _ => null,
            };
            if (isLike is not { } like) return null;
            foreach (var key in comparison.Value.EnumerateObject())
            {
                if (!question.Keys.TryGetValue(key.Name.ToLowerInvariant(), out var value)) return null;
                if (value is null) isMet = false;
                else if (Matches(comparison.Value, key.Name, value, like) is { } matches) isMet &= matches;
                else return null;
            }
        }

        return isMet;
    }

    private static bool? Matches(JsonElement comparison, string key, string value, bool like)
    {
        if (like) return PolicyStatement.Any(comparison, key, value);
        var wanted = PolicyStatement.Items(comparison, key).Select(PolicyStatement.Text).OfType<string>().ToList();
        return wanted.Contains(value) ? true : wanted.Exists(PolicyStatement.HasVariable) ? null : false;
    }
}
