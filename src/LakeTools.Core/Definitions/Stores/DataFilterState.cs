using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The data cells filters of tables.</summary>
internal sealed class DataFilterState(LakeConnection connection) : IStateStore
{
    public StateKind Kind => StateKind.DataFilter;

    public static StateItem Item(string database, string table, string name, string? rows, IReadOnlyList<string>? columns,
        IReadOnlyList<string>? excluded, string account) => new(
        new StateKey(StateKind.DataFilter, $"{database}.{table}/{name}"),
        StateItem.FactsOf(("rows", rows), ("columns", Text(columns)), ("excludedColumns", Text(excluded))))
    {
        Resource = LakeResource.DataFilter(database, table, name, account),
    };

    /// <summary>Whether a fact has no place beside those of a filter: it names the columns that it shows, or those that it hides.</summary>
    public static bool Excludes(StateItem wanted, string fact) =>
        wanted.Key.Kind == StateKind.DataFilter && fact is ("columns" or "excludedColumns")
        && (wanted.Facts.ContainsKey("columns") || wanted.Facts.ContainsKey("excludedColumns"));

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = known.Where(item => item.Key.Kind == StateKind.Table).Select(item => item.Resource!);
        await foreach (var items in SideBySide.RunAsync(tables, StateReader.CallsAtATime, ReadAsync, cancellationToken)
            .ConfigureAwait(false))
            foreach (var item in items) yield return item;
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var client = connection.Clients.LakeFormation;
        var resource = change.Item.Resource!;
        if (change.After is not { } after)
        {
            await client.DeleteDataCellsFilterAsync(new DeleteDataCellsFilterRequest
            {
                TableCatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName, TableName = resource.TableName,
                    Name = resource.FilterName,
            }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var filter = new DataCellsFilter
        {
            TableCatalogId = resource.CatalogId,
            DatabaseName = resource.DatabaseName,
            TableName = resource.TableName,
            Name = resource.FilterName,
            RowFilter = after.Facts.TryGetValue("rows", out var rows)
                ? new Amazon.LakeFormation.Model.RowFilter { FilterExpression = rows }
                : new Amazon.LakeFormation.Model.RowFilter { AllRowsWildcard = new AllRowsWildcard() },
        };
        if (Names(after.Facts.GetValueOrDefault("columns")) is { } columns) filter.ColumnNames = columns;
        else filter.ColumnWildcard = new ColumnWildcard { ExcludedColumnNames = Names(after.Facts.GetValueOrDefault("excludedColumns")) };
        if (change.Before is null) await client.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = filter },
            cancellationToken).ConfigureAwait(false);
        else await client.UpdateDataCellsFilterAsync(new UpdateDataCellsFilterRequest { TableData = filter }, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<StateItem>> ReadAsync(LakeResource table, CancellationToken cancellationToken)
    {
        var items = new List<StateItem>();
        var request = new ListDataCellsFilterRequest
        {
            Table = new TableResource { CatalogId = table.CatalogId, DatabaseName = table.DatabaseName, Name = table.TableName },
        };
        do
        {
            var page = await connection.Clients.LakeFormation.ListDataCellsFilterAsync(request, cancellationToken).ConfigureAwait(false);
            items.AddRange((page.DataCellsFilters ?? []).Select(filter => Item(
                table.DatabaseName!, table.TableName!, filter.Name, filter.RowFilter?.FilterExpression, filter.ColumnNames,
                    filter.ColumnWildcard?.ExcludedColumnNames, table.CatalogId!)));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return items;
    }

    private static string? Text(IReadOnlyList<string>? names) =>
        names is not { Count: > 0 } ? null
            : JsonSerializer.Serialize(NameList.Of(names.Select(name => name.ToLowerInvariant())).ToArray(), ReadableJson.Options);

    private static List<string>? Names(string? text) => text is null ? null : JsonSerializer.Deserialize<List<string>>(text);
}
