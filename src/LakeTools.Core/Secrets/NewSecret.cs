namespace LakeTools.Core.Secrets;

/// <summary>A secret to be made.</summary>
/// <param name="Name">1 to 512 letters, digits and <c>/_+=.@-</c>.</param>
/// <param name="Content">Its first value; null for none.</param>
/// <param name="Description">The description.</param>
/// <param name="KmsKeyId">The key that encrypts it: an id, ARN or alias; null for the account's own.</param>
/// <param name="Tags">Tags.</param>
public sealed record NewSecret(string Name, SecretContent? Content, string? Description, string? KmsKeyId,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The kind of a managed external secret, as its partner defines it; null for any other secret.</summary>
    public string? Type { get; init; }

    /// <summary>Regions that get a copy.</summary>
    public IReadOnlyList<string> ReplicaRegions { get; init; } = [];
}
