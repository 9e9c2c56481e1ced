using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes databases' names, with their descriptions.</summary>
public sealed class DatabaseNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var database in new DatabaseService(lake).ListAsync(null, token).ConfigureAwait(false))
            yield return new(database.Name, database.Description);
    }
}
