using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes values of partitions of the table that was typed before, with their keys.</summary>
public sealed class PartitionValueCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database || line.Name("TableName") is not { } table) yield break;
        var keys = (await new TableService(lake).GetAsync(database, table, null, token).ConfigureAwait(false)).PartitionKey;
        await foreach (var partition in new PartitionService(lake).ListAsync(database, table, null, null, token).ConfigureAwait(false))
        {
            foreach (var (key, value) in keys.Zip(partition.Value)) yield return new(value, $"{key.Name} = {value}");
        }
    }
}
