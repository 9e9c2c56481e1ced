using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Filters;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes the data cells filters of the table that was typed before, with their rows.</summary>
public sealed class DataFilterNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database || line.Name("TableName") is not { } table) yield break;
        await foreach (var filter in new DataFilterService(lake).ListAsync(database, table, null, token).ConfigureAwait(false))
            yield return new(filter.Name, filter.RowFilter ?? "all rows");
    }
}
