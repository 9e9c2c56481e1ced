using System.Runtime.CompilerServices;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the service's own stages, and those of the secret that was typed before.</summary>
public sealed class VersionStageCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        [
            new(VersionStages.Current, "The version in use"),
            new(VersionStages.Previous, "The one before"),
            new(VersionStages.Pending, "One that a rotation is making"),
        ];

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("Id") is not { } id) yield break;
        await foreach (var version in new SecretVersionService(lake).ListAsync(id, false, token).ConfigureAwait(false))
        {
            foreach (var stage in version.VersionStage) yield return new(stage, version.VersionId);
        }
    }
}
