namespace LakeTools;

/// <summary>A location that Lake Formation guards: in S3, a table bucket of S3 Tables, in Redshift, or behind a Glue connection.</summary>
public sealed record LakeLocation
{
    /// <summary>The location as a URI, such as <c>s3://bucket/prefix</c>; outside of S3 its ARN.</summary>
    public required string Path { get; init; }

    /// <summary>The location as an ARN, such as <c>arn:aws:s3:::bucket/prefix</c>.</summary>
    public required string ResourceArn { get; init; }

    /// <summary>The role with which Lake Formation reads and writes there.</summary>
    public string? RoleArn { get; init; }

    /// <summary>True if only principals that are opted in are guarded by Lake Formation, and IAM decides for the rest.</summary>
    public bool HybridAccess { get; init; }

    /// <summary>True if the location is a federated one.</summary>
    public bool WithFederation { get; init; }

    /// <summary>True if it was registered with privileged access.</summary>
    public bool PrivilegedAccess { get; init; }

    /// <summary>
    /// VERIFIED, VERIFICATION_FAILED or NOT_VERIFIED: whether the role can use the location; null if the service does not say.
    /// </summary>
    public string? VerificationStatus { get; init; }

    /// <summary>The account that is expected to own what is there, where one was given.</summary>
    public string? ExpectedOwnerAccount { get; init; }

    /// <summary>When it was changed last, in local time.</summary>
    public DateTime? LastModified { get; init; }

    /// <summary>Shows the URI.</summary>
    /// <returns>The location.</returns>
    public override string ToString() => Path;
}
