namespace LakeTools.Core.Connection;

/// <summary>A role, and what its trust policy may require.</summary>
/// <param name="Arn">The role's ARN.</param>
/// <param name="SessionName">The session's name in CloudTrail; <c>LakeTools</c> where null.</param>
/// <param name="ExternalId">The external id, or null.</param>
/// <param name="MfaSerial">The serial number or ARN of the MFA device, or null.</param>
internal sealed record RoleToAssume(string Arn, string? SessionName, string? ExternalId, string? MfaSerial)
{
    /// <summary>How long the session is valid, in seconds. Null for the default of STS.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>The session's name that is sent.</summary>
    public string Session => SessionName ?? "LakeTools";
}
