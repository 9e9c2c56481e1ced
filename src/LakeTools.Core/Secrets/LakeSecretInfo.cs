using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>The metadata of a secret. Times are local.</summary>
public sealed record LakeSecretInfo
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The key that encrypts it; null for the account's aws/secretsmanager key.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The kind of the value; only if the command has just written it, otherwise null.</summary>
    public string? Kind { get; init; }

    /// <summary>The keys of a JSON value; only where the command has just written it, else empty.</summary>
    public IReadOnlyList<string> Key { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>The versions that have a staging label, the current one first.</summary>
    public IReadOnlyList<LakeSecretVersion> Version { get; init => field = Listed.Of(value); } = Listed.None<LakeSecretVersion>();

    /// <summary>The region of the secret that this is a copy of, or that has copies.</summary>
    public string? PrimaryRegion { get; init; }

    /// <summary>Its copies in other regions; only where one secret is asked about.</summary>
    public IReadOnlyList<LakeSecretReplica> Replica { get; init => field = Listed.Of(value); } = Listed.None<LakeSecretReplica>();

    /// <summary>True if rotation is set up.</summary>
    public bool RotationEnabled { get; init; }

    /// <summary>The function that rotates it.</summary>
    public string? RotationLambdaArn { get; init; }

    /// <summary>The number of days between rotations; null if a schedule or nothing is set.</summary>
    public long? RotationDays { get; init; }

    /// <summary>The schedule of rotation, as <c>cron(…)</c> or <c>rate(…)</c>.</summary>
    public string? RotationSchedule { get; init; }

    /// <summary>The length of the rotation window, such as <c>3h</c>.</summary>
    public string? RotationDuration { get; init; }

    /// <summary>When it is rotated next.</summary>
    public DateTime? NextRotationDate { get; init; }

    /// <summary>When it was rotated last.</summary>
    public DateTime? LastRotatedDate { get; init; }

    /// <summary>When anything of it was changed last.</summary>
    public DateTime? LastChangedDate { get; init; }

    /// <summary>The day of the last read.</summary>
    public DateTime? LastAccessedDate { get; init; }

    /// <summary>When it was created.</summary>
    public DateTime? CreatedDate { get; init; }

    /// <summary>Set for a secret that waits for its recovery window to end.</summary>
    public DateTime? DeletedDate { get; init; }

    /// <summary>The AWS service that made and manages it.</summary>
    public string? OwningService { get; init; }

    /// <summary>For a managed external secret, the kind that a partner of AWS defines; null for any other.</summary>
    public string? Type { get; init; }

    /// <summary>For a managed external secret, the role that rotates it at the partner.</summary>
    public string? ExternalRotationRoleArn { get; init; }

    /// <summary>For a managed external secret, what the partner must know to rotate it.</summary>
    public IReadOnlyDictionary<string, string> ExternalRotationMetadata { get; init => field = Listed.Of(value); } = Listed.NoPairs;

    /// <summary>Shows the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
