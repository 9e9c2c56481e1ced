namespace LakeTools.Local.Identity;

/// <summary>An access key as the lake keeps it.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">Signs requests; never shown.</param>
/// <param name="TokenHash">SHA-256 of the session token; null for long-lived keys.</param>
/// <param name="Expiration">When it ends; null for long-lived keys.</param>
/// <param name="Caller">The caller who signs with the key.</param>
/// <param name="Created">When it was created; null for keys of earlier versions.</param>
/// <param name="IsActive">False while it cannot be used to sign.</param>
internal sealed record AccessKey(string Id, string Secret, byte[]? TokenHash, DateTimeOffset? Expiration, Caller Caller,
    DateTimeOffset? Created, bool IsActive)
{
    /// <summary>Whether it can be switched off and removed, as the long-lived keys of users can; any other stays what it is.</summary>
    public bool CanChange => Expiration is null && Caller.PrincipalArn.Contains(":user/", StringComparison.Ordinal);

    /// <summary>Shows the key's id only.</summary>
    public override string ToString() => Id;
}
