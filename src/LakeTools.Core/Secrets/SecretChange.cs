namespace LakeTools.Core.Secrets;

/// <summary>The changes of Set-LakeSecret. Null means no change.</summary>
/// <param name="Id">Name or ARN.</param>
/// <param name="Content">A new value.</param>
/// <param name="Key">With <paramref name="Content"/>: the one key of a JSON secret that takes it.</param>
/// <param name="Description">A new description; empty removes it.</param>
/// <param name="KmsKeyId">Another key.</param>
public sealed record SecretChange(string Id, SecretContent? Content, string? Key, string? Description, string? KmsKeyId)
{
    /// <summary>With <see cref="Content"/>: the labels of the new version, instead of AWSCURRENT.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Tags to set; others stay.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Keys of tags to remove.</summary>
    public IReadOnlyList<string> RemovedTags { get; init; } = [];
}
