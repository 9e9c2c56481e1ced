using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>A version of a secret, without its value. Times are local.</summary>
public sealed record LakeSecretVersion
{
    /// <summary>The secret's name.</summary>
    public required string Name { get; init; }

    /// <summary>The secret's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The version's id.</summary>
    public required string VersionId { get; init; }

    /// <summary>Its staging labels; empty for a deprecated version, which may be removed at any time.</summary>
    public required IReadOnlyList<string> VersionStage { get; init => field = Listed.Of(value); }

    /// <summary>When it was created; null if only the secret was asked about.</summary>
    public DateTime? CreatedDate { get; init; }

    /// <summary>The day of the last read; null if only the secret was asked about.</summary>
    public DateTime? LastAccessedDate { get; init; }

    /// <summary>Shows labels and id.</summary>
    /// <returns>Such as <c>AWSCURRENT (4f0c…)</c>.</returns>
    public override string ToString() => $"{string.Join(", ", VersionStage)} ({VersionId})";
}
