using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Core.Secrets;

/// <summary>A version of a secret in which one key is set.</summary>
/// <param name="VersionId">The ID of the version that was read.</param>
/// <param name="IsLabelled">True if it has the labels of the change, false if it is the current one in their place.</param>
/// <param name="Stages">The labels of the change; none for the current version.</param>
/// <param name="Changed">Its value with the key.</param>
/// <param name="IsUnchanged">True if the key had its value before.</param>
internal sealed record SecretKeyRead(
    string VersionId, bool IsLabelled, IReadOnlyList<string> Stages, SecretContent Changed, bool IsUnchanged)
{
    /// <summary>The ID of the version to make of it, which is the same for all callers that have read the same version.</summary>
    /// <param name="attempt">The number of IDs that are in use.</param>
    public string NewVersionId(int attempt)
    {
        var text = string.Join('\n', [VersionId, $"{attempt}", .. Stages.Order(StringComparer.Ordinal)]);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
    }

    /// <summary>True if the labels of the change are no longer where they were when this was read.</summary>
    /// <param name="after">The secret after the change.</param>
    public bool IsReplacedIn(LakeSecretInfo after)
    {
        string[] stages = Stages.Count == 0 ? [VersionStages.Current] : [.. Stages];
        var labelled = after.Version.Where(version => version.VersionStage.Intersect(stages).Any()).Select(version => version.VersionId);
        return IsLabelled ? !labelled.Contains(VersionId) : labelled.Any();
    }
}
