using System.Runtime.CompilerServices;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>Completes the names of workgroups.</summary>
public sealed class WorkGroupCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var (name, description) in new QueryService(lake).WorkGroupsAsync(token).ConfigureAwait(false))
            yield return new(name, description);
    }
}
