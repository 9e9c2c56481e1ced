using System.Runtime.CompilerServices;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the versions of the secret that was typed before, with their stages.</summary>
public sealed class SecretVersionCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("Id") is not { } id) yield break;
        await foreach (var version in new SecretVersionService(lake).ListAsync(id, false, token).ConfigureAwait(false))
            yield return new(version.VersionId, $"{string.Join(", ", version.VersionStage)}, {LakeText.Time(version.CreatedDate)}");
    }
}
