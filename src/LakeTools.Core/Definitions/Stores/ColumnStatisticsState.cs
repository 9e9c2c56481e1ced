using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The statistics of tables' columns, each a fact of its table's. No definition says them and no comparison reads them: a publish that
/// takes columns away keeps them in its journal, and going back puts those back that are not there.
/// </summary>
internal sealed class ColumnStatisticsState(LakeConnection connection) : IStateStore
{
    private const string Column = "column.";
    private const int PerRead = 100; // API reference, GetColumnStatisticsForTable
    private const int PerWrite = 25; // API reference, UpdateColumnStatisticsForTable

    private readonly RemovedMeanwhile _meanwhile = new(connection);

    public StateKind Kind => StateKind.ColumnStatistics;

    /// <summary>Reads the statistics of columns of a table.</summary>
    /// <returns>The statistics; null if there are none.</returns>
    public async Task<StateItem?> ReadTableAsync(StateItem table, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var facts = new List<(string, string?)>();
        await foreach (var statistics in _meanwhile.ListAsync(table.Resource!,
            ListAsync(table, columns, cancellationToken), cancellationToken).ConfigureAwait(false))
            facts.Add((Column + statistics.ColumnName, ServiceJson.Write(statistics)));
        return facts.Count == 0 ? null : Item(table, facts);
    }

    /// <summary>The columns of a table that have statistics of their own: partition keys have none.</summary>
    public static IEnumerable<string> ColumnsOf(StateItem table) =>
        ColumnList.Read(table.Facts.GetValueOrDefault(TableFacts.Columns)).Select(column => column.Name);

    // Statistics that are there were made since, and count.
    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = scope.Wanted.Items.Where(item => item.Key.Kind == Kind).ToList();
        if (wanted.Count == 0) yield break;
        var tables = known.Where(item => item.Key.Kind == StateKind.Table).Select(item => item.Key.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in wanted.Where(item => tables.Contains(item.Key.Id)))
        {
            var there = new List<(string, string?)>();
            await foreach (var statistics in _meanwhile.ListAsync(item.Resource!,
                ListAsync(item, item.Part(Column).Keys, cancellationToken), cancellationToken).ConfigureAwait(false))
                there.Add((Column + statistics.ColumnName, item.Facts[Column + statistics.ColumnName]));
            if (there.Count > 0) yield return Item(item, there);
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var table = change.Item.Resource!;
        foreach (var batch in change.Set.Values.Chunk(PerWrite))
        {
            var answer = await CatalogErrors.OfTableAsync(table.DatabaseName!, table.TableName!, () =>
                connection.Clients.Glue.UpdateColumnStatisticsForTableAsync(
                    new UpdateColumnStatisticsForTableRequest
                    {
                        CatalogId = connection.CatalogId,
                        DatabaseName = table.DatabaseName,
                        TableName = table.TableName,
                        ColumnStatisticsList = [.. batch.Select(ServiceJson.Read<ColumnStatistics>)],
                    },
                    cancellationToken)).ConfigureAwait(false);
            if (answer.Errors is [var failed, ..])
                throw SdkErrors.OfItem(
                    failed.Error?.ErrorCode,
                    $"{failed.ColumnStatistics?.ColumnName}: {failed.Error?.ErrorMessage}",
                    "Glue",
                    $"{change.Item.Key}",
                    change.Item.Key.ToString());
        }
    }

    private StateItem Item(StateItem table, IEnumerable<(string, string?)> facts) =>
        new(new StateKey(Kind, table.Key.Id), StateItem.FactsOf(facts)) { Resource = table.Resource };

    // A column without statistics is among the errors of the answer.
    private async IAsyncEnumerable<ColumnStatistics> ListAsync(StateItem table, IEnumerable<string> columns,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (database, name) = (table.Resource!.DatabaseName!, table.Resource.TableName!);
        foreach (var batch in columns.Chunk(PerRead))
        {
            var answer = await CatalogErrors.OfTableAsync(database, name, () => connection.Clients.Glue.GetColumnStatisticsForTableAsync(
                new GetColumnStatisticsForTableRequest
                {
                    CatalogId = connection.CatalogId,
                    DatabaseName = database,
                    TableName = name,
                    ColumnNames = [.. batch],
                },
                cancellationToken)).ConfigureAwait(false);
            foreach (var statistics in answer.ColumnStatisticsList ?? []) yield return statistics;
        }
    }
}
