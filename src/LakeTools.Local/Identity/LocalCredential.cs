namespace LakeTools.Local.Identity;

/// <summary>A key pair that the embedded lake accepts.</summary>
/// <param name="AccessKeyId">Names the principal.</param>
/// <param name="SecretAccessKey">Signs requests; never shown.</param>
/// <param name="SessionToken">For role sessions and vended credentials; null for long-lived keys.</param>
/// <param name="PrincipalArn">The principal that signs with it.</param>
/// <param name="Expiration">When it ends; null for long-lived keys.</param>
public sealed record LocalCredential(string AccessKeyId, string SecretAccessKey, string? SessionToken, string PrincipalArn,
    DateTimeOffset? Expiration)
{
    /// <summary>Shows the key's id and principal only.</summary>
    /// <returns>Text without the secret.</returns>
    public override string ToString() => $"{AccessKeyId} ({PrincipalArn})";
}
