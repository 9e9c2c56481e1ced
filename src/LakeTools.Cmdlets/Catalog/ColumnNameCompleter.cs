using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the columns of the table that was typed before, with their types; of rows, the partition keys too.</summary>
public sealed class ColumnNameCompleter : LakeCompleter
{
    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        if (line.Name("DatabaseName") is not { } database || line.Name("TableName", "Name") is not { } table) yield break;
        var found = await new TableService(lake).GetAsync(database, table, null, token).ConfigureAwait(false);
        var isOfRows = line.Command.EndsWith("-LakeData", StringComparison.OrdinalIgnoreCase);
        var columns = isOfRows ? found.Column.Concat(found.PartitionKey) : found.Column;
        foreach (var column in columns) yield return new(column.Name, column.ToString());
    }
}
