using System.Runtime.CompilerServices;
using LakeTools.Core.Jobs;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes the names of jobs.</summary>
public sealed class JobNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var name in await new JobService(lake).NamesAsync(token).ConfigureAwait(false)) yield return new(name);
    }
}
