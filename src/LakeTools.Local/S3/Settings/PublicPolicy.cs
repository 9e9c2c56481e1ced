using System.Text.Json;
using LakeTools.Local.Iam;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// Whether the policy of a bucket is public: a statement allows something to everybody, and no condition limits it to fixed values.
/// </summary>
/// <remarks>Source: S3 user guide, access-control-block-public-access, 'The meaning of "public"'.</remarks>
internal static class PublicPolicy
{
    private static readonly HashSet<string> s_comparisons = new(StringComparer.Ordinal)
    {
        "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress",
    };

    private static readonly HashSet<string> s_keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:SourceIp", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceOwner", "aws:SourceAccount", "aws:userid",
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
    };

    /// <summary>Whether a policy is public.</summary>
    public static bool IsPublic(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return PolicyStatement.Items(document.RootElement, "Statement").Any(statement =>
            PolicyStatement.Effect(statement) == "Allow" && IsForEverybody(statement) && !IsLimited(statement));
    }

    private static bool IsForEverybody(JsonElement statement)
    {
        if (!statement.TryGetProperty("Principal", out var principal)) return statement.TryGetProperty("NotPrincipal", out _);
        return (principal.ValueKind == JsonValueKind.Object ? PolicyStatement.Items(principal, "AWS") : [principal])
            .Any(named => PolicyStatement.Text(named) == "*");
    }

    private static bool IsLimited(JsonElement statement) => PolicyStatement.Items(statement, "Condition")
        .SelectMany(condition => condition.EnumerateObject())
        .Where(comparison => s_comparisons.Contains(comparison.Name))
        .Any(comparison => comparison.Value.EnumerateObject().Any(key => s_keys.Contains(key.Name)
            && PolicyStatement.Items(comparison.Value, key.Name).Select(PolicyStatement.Text).ToList() is { Count: > 0 } values
            && values.TrueForAll(IsFixed)));

    private static bool IsFixed(string? value) => value is not null && !value.AsSpan().ContainsAny("*?")
        && !value.EndsWith("/0", StringComparison.Ordinal) && !PolicyStatement.HasVariable(value);
}
