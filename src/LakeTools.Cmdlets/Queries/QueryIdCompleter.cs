using System.Runtime.CompilerServices;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>Completes the IDs of queries, newest first, with their SQL.</summary>
public sealed class QueryIdCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var query in new QueryService(lake).ListAsync(null, null, token).ConfigureAwait(false))
            yield return new(query.Id, $"{query.State}, {LakeText.Time(query.SubmittedOn)}, {query.Query}");
    }
}
