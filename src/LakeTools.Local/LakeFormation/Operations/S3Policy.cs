using System.Text.Json;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>Reads as much of an IAM policy as says whether it allows an action on objects: Effect, Action, Resource and their opposites
/// with wildcards, and a Condition on s3:prefix. A Deny wins; a statement with any other Condition does not count as Allow. What is
/// no policy, as an older version may have kept it, allows nothing.</summary>
internal static class S3Policy
{
    /// <summary>Whether a policy allows an action.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="action">The action.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key; of an action on the bucket the listed prefix.</param>
    /// <param name="principals">For the policy of a bucket: the ARNs and the account of who asks; null for the policy of a role, which
    /// names no principals.</param>
    public static bool Allows(string document, ObjectAction action, string bucket, string key,
        IReadOnlyCollection<string>? principals = null)
    {
        var arn = action.IsOfBucket ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}";
        using var policy = JsonDocument.Parse(document);
        var allowed = false;
        foreach (var statement in PolicyStatement.Items(policy.RootElement, "Statement"))
        {
            if (statement.ValueKind != JsonValueKind.Object || (principals is not null && !Names(statement, principals))) continue;
            if (!PolicyStatement.CoversAction(statement, action.Name) || !PolicyStatement.CoversResource(statement, arn)) continue;
            var condition = Met(statement, action.IsOfBucket ? key : null);
            var effect = PolicyStatement.Effect(statement);
            if (effect == "Deny" && condition != false) return false;
            if (effect == "Allow") allowed |= condition == true;
        }

        return allowed;
    }

    /// <summary>Whether a statement is about one of some principals: by ARN, by account, or about everybody.</summary>
    private static bool Names(JsonElement statement, IReadOnlyCollection<string> principals)
    {
        if (!statement.TryGetProperty("Principal", out var named))
            return statement.TryGetProperty("NotPrincipal", out _) && PolicyStatement.Effect(statement) == "Deny";
        var items = named.ValueKind == JsonValueKind.Object ? PolicyStatement.Items(named, "AWS") : [named];
        return items.Select(PolicyStatement.Text).Any(text => text is not null && (text == "*" || principals.Contains(text)
            || (text.StartsWith("arn:", StringComparison.Ordinal) && text.EndsWith(":root", StringComparison.Ordinal)
                && principals.Contains(text.Split(':')[4]))));
    }

    /// <summary>Whether a statement's Condition holds; null where it asks for what we do not know.</summary>
    private static bool? Met(JsonElement statement, string? prefix)
    {
        if (!statement.TryGetProperty("Condition", out var condition)) return true;
        if (prefix is null || condition.ValueKind != JsonValueKind.Object) return null;
        var isMet = true;
        foreach (var comparison in condition.EnumerateObject())
        {
            if (comparison.Name is not ("StringLike" or "StringEquals") || comparison.Value.ValueKind != JsonValueKind.Object) return null;
            foreach (var key in comparison.Value.EnumerateObject())
            {
                if (!key.Name.Equals("s3:prefix", StringComparison.OrdinalIgnoreCase)) return null;
                isMet &= comparison.Name == "StringLike"
                    ? PolicyStatement.Any(comparison.Value, key.Name, prefix, ignoreCase: false)
                    : PolicyStatement.Items(comparison.Value, key.Name).Any(value => PolicyStatement.Text(value) == prefix);
            }
        }

        return isMet;
    }
}
