using System.Runtime.CompilerServices;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Completes what a federated catalog is reached by.</summary>
public sealed class CatalogConnectionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        CatalogService.Connections.Select(name => new Candidate(name));

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in new GlueConnectionService(lake).FindAsync("*", null, token).ConfigureAwait(false))
            yield return new(item.Name, item.ConnectionType);
    }
}
