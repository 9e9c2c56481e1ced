using System.Runtime.CompilerServices;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Completes the names of crawlers.</summary>
public sealed class GlueCrawlerNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in new CrawlerService(lake).FindAsync("*", token).ConfigureAwait(false))
            yield return new(item.Name, item.State);
    }
}
