using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A role of IAM, as far as a lake's jobs and locations need to know it.</summary>
public sealed record LakeRole
{
    /// <summary>The name, without its path in IAM.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>
    /// The services that may assume it: <c>Glue</c>, <c>LakeFormation</c>, or a service principal such as <c>lambda.amazonaws.com</c>.
    /// </summary>
    public IReadOnlyList<string> Service { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The S3 folders that its inline policies permit to read or write: URIs, such as <c>s3://bucket/raw/</c>.</summary>
    public IReadOnlyList<string> Path { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The ARNs of its managed policies.</summary>
    public IReadOnlyList<string> ManagedPolicyArn { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The names of its inline policies.</summary>
    public IReadOnlyList<string> InlinePolicyName { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>When it was created, in local time.</summary>
    public DateTime? CreateDate { get; init; }

    /// <summary>The trust policy's JSON.</summary>
    internal string TrustPolicy { get; init; } = "{}";

    /// <summary>The inline policies' JSON by their names.</summary>
    internal IReadOnlyDictionary<string, string> InlinePolicy { get; init; } = new Dictionary<string, string>();

    /// <summary>The further properties of the role, as text.</summary>
    internal IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Shows the ARN, so the role represents it where text is wanted.</summary>
    /// <returns>The ARN.</returns>
    public override string ToString() => Arn;
}
