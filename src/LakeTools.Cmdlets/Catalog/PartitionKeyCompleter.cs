using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the partition keys of the table that was typed before, with their types.</summary>
public sealed class PartitionKeyCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database || line.Name("TableName") is not { } table) yield break;
        var found = await new TableService(lake).GetAsync(database, table, null, token).ConfigureAwait(false);
        foreach (var key in found.PartitionKey) yield return new(key.Name, key.ToString());
    }
}
