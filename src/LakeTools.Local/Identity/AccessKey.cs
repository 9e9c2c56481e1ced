namespace LakeTools.Local.Identity;

/// <summary>An access key as the lake keeps it.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">Signs requests; never shown.</param>
/// <param name="TokenHash">SHA-256 of the session token; null for long-lived keys.</param>
/// <param name="Expiration">When it ends; null for long-lived keys.</param>
/// <param name="Caller">Who signs with it.</param>
internal sealed record AccessKey(string Id, string Secret, byte[]? TokenHash, DateTimeOffset? Expiration, Caller Caller)
{
    /// <summary>Shows the key's id only.</summary>
    public override string ToString() => Id;
}
