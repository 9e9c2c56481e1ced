using System.Runtime.CompilerServices;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Completes the names of connections.</summary>
public sealed class GlueConnectionNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in new GlueConnectionService(lake).FindAsync("*", null, token).ConfigureAwait(false))
            yield return new(item.Name, item.ConnectionType);
    }
}
