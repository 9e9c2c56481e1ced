using System.Text.Json;
using LakeTools.Local.Identity;
using LakeTools.Rules.Text;

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
        foreach (var statement in Items(policy.RootElement, "Statement"))
        {
            if (statement.ValueKind != JsonValueKind.Object || (principals is not null && !Names(statement, principals))) continue;
            if (!Covers(statement, "Action", action.Name, ignoreCase: true)
                || !Covers(statement, "Resource", arn, ignoreCase: false))
                continue;
            var condition = Met(statement, action.IsOfBucket ? key : null);
            var effect = Items(statement, "Effect").Select(Text).FirstOrDefault();
            if (effect == "Deny" && condition != false) return false;
            if (effect == "Allow") allowed |= condition == true;
        }

        return allowed;
    }

    /// <summary>Whether a statement is about one of some principals: by ARN, by account, or about everybody.</summary>
    private static bool Names(JsonElement statement, IReadOnlyCollection<string> principals)
    {
        if (!statement.TryGetProperty("Principal", out var named))
            return statement.TryGetProperty("NotPrincipal", out _) && Items(statement, "Effect").Select(Text).FirstOrDefault() == "Deny";
        var items = named.ValueKind == JsonValueKind.Object ? Items(named, "AWS") : [named];
        return items.Select(Text).Any(text => text is not null && (text == "*" || principals.Contains(text)
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
                    ? Any(comparison.Value, key.Name, prefix, ignoreCase: false)
                    : Items(comparison.Value, key.Name).Any(value => Text(value) == prefix);
            }
        }

        return isMet;
    }

    /// <summary>Whether a statement is about an action or resource: it names it, or names with Not… only others.</summary>
    private static bool Covers(JsonElement statement, string member, string value, bool ignoreCase) =>
        statement.TryGetProperty(member, out _)
        ? Any(statement, member, value, ignoreCase)
        : statement.TryGetProperty("Not" + member, out _) && !Any(statement, "Not" + member, value, ignoreCase);

    private static bool Any(JsonElement statement, string member, string value, bool ignoreCase) =>
        Items(statement, member).Any(pattern => Text(pattern) is { } text && KeyPattern.OfAws(text, ignoreCase).IsMatch(value));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement owner, string member)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(member, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }
}
