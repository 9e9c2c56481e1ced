namespace LakeTools;

/// <summary>A copy of a secret in another region. Times are local.</summary>
public sealed record LakeSecretReplica
{
    /// <summary>The secret's name.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN of the secret that is copied; the copy's has its own region in it.</summary>
    public required string Arn { get; init; }

    /// <summary>The copy's region.</summary>
    public required string Region { get; init; }

    /// <summary>The KMS key that encrypts it there.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary><c>InSync</c>, <c>InProgress</c> or <c>Failed</c>.</summary>
    public string? State { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    /// <summary>The day of the last read there.</summary>
    public DateTime? LastAccessedDate { get; init; }

    /// <summary>Shows region and state.</summary>
    /// <returns>Such as <c>us-east-2 (InSync)</c>.</returns>
    public override string ToString() => $"{Region} ({State})";
}
