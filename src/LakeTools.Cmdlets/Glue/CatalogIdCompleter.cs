using System.Runtime.CompilerServices;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Completes the ids of catalogs.</summary>
public sealed class CatalogIdCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in new CatalogService(lake).FindAsync("*", null, true, token).ConfigureAwait(false))
            yield return new(item.CatalogId, item.Description ?? item.Source ?? item.Name);
    }
}
