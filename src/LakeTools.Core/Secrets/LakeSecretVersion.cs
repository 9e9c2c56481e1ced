namespace LakeTools;

/// <summary>A version of a secret, without its value.</summary>
/// <param name="VersionId">The version's id.</param>
/// <param name="VersionStage">Its staging labels.</param>
public sealed record LakeSecretVersion(string VersionId, string[] VersionStage)
{
    /// <summary>Shows labels and id.</summary>
    /// <returns>Such as <c>AWSCURRENT (4f0c…)</c>.</returns>
    public override string ToString() => $"{string.Join(", ", VersionStage)} ({VersionId})";
}
