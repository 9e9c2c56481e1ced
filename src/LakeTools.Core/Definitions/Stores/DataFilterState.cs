using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The data cells filters of tables.</summary>
internal sealed class DataFilterState(LakeConnection connection) : IStateStore
{
    public const string Rows = "rows";
    private const string Shown = "columns";
    private const string Hidden = "excludedColumns";

    private readonly RemovedMeanwhile _meanwhile = new(connection);

    /// <summary>A filter's properties.</summary>
    public static ServiceFacts<DataCellsFilter, DataCellsFilter> Facts { get; } = new()
    {
        {
            Rows, Shapes.Text, filter => filter.RowFilter?.FilterExpression,
            (filter, rows) => filter.RowFilter = new Amazon.LakeFormation.Model.RowFilter { FilterExpression = rows },
            Fact.Optional, "The rows that it includes: an expression such as region = 'EU'. By default, all rows."
        },
        {
            Shown, Shapes.ColumnNames, filter => filter.ColumnNames,
            (filter, names) => (filter.ColumnNames, filter.ColumnWildcard) = (names?.ToList(), null),
            Fact.Optional, "The columns that it shows."
        },
        {
            Hidden, Shapes.ColumnNames, filter => filter.ColumnWildcard?.ExcludedColumnNames,
            (filter, names) => filter.ColumnWildcard = new ColumnWildcard { ExcludedColumnNames = names?.ToList() },
            Fact.Optional, "The columns that it excludes, instead of those that it includes."
        },
    };

    /// <summary>The keys that name columns.</summary>
    public static string[] ColumnKeys { get; } = [Shown, Hidden];

    public StateKind Kind => StateKind.DataFilter;

    public static StateItem Item(string database, string table, string name, IReadOnlyDictionary<string, string> facts, string account)
    {
        var resource = LakeResource.DataFilter(database, table, name, account);
        return new(StateKey.Of(StateKind.DataFilter, resource), facts) { Resource = resource };
    }

    /// <summary>Whether a fact has no place beside those of a filter: it names the columns that it shows, or those that it hides.</summary>
    public static bool Excludes(StateItem wanted, string fact) =>
        wanted.Key.Kind == StateKind.DataFilter && ColumnKeys.Contains(fact) && ColumnKeys.Any(wanted.Facts.ContainsKey);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = known.Where(item => item.Key.Kind == StateKind.Table).Select(item => item.Resource!)
            .Where(table => scope.Has(Kind, table)).ToList();
        var done = 0;
        await foreach (var items in SideBySide.RunAsync(tables, StateReader.CallsAtATime, (table, token) =>
            _meanwhile.ReadAsync(table, () => ReadAsync(table, scope.LeftOut, token), [], token), cancellationToken).ConfigureAwait(false))
        {
            scope.Say(Kind, ++done, tables.Count);
            foreach (var item in items) yield return item;
        }
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
            RowFilter = new Amazon.LakeFormation.Model.RowFilter { AllRowsWildcard = new AllRowsWildcard() },
            ColumnWildcard = new ColumnWildcard(),
        };
        Facts.Make(filter, after.Facts);
        if (change.Before is not null)
        {
            // The service replaces the filter, and what it has and we do not know may narrow it.
            var get = new GetDataCellsFilterRequest
            {
                TableCatalogId = resource.CatalogId, DatabaseName = resource.DatabaseName, TableName = resource.TableName,
                    Name = resource.FilterName,
            };
            var old = await client.GetDataCellsFilterAsync(get, cancellationToken).ConfigureAwait(false);
            UnknownMembers.Keep(old.DataCellsFilter, filter);
        }

        if (change.Before is null) await client.CreateDataCellsFilterAsync(new CreateDataCellsFilterRequest { TableData = filter },
            cancellationToken).ConfigureAwait(false);
        else await client.UpdateDataCellsFilterAsync(new UpdateDataCellsFilterRequest { TableData = filter }, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<StateItem>> ReadAsync(LakeResource table, LeftOut? left, CancellationToken cancellationToken)
    {
        var items = new List<StateItem>();
        var request = new ListDataCellsFilterRequest
        {
            Table = new TableResource { CatalogId = table.CatalogId, DatabaseName = table.DatabaseName, Name = table.TableName },
        };
        var pages = connection.Clients.LakeFormation.Paginators.ListDataCellsFilter(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var filter in page.DataCellsFilters ?? [])
            {
                var item = Item(table.DatabaseName!, table.TableName!, filter.Name, Facts.Of(filter), table.CatalogId!);
                items.Add(item);
                foreach (var member in UnknownMembers.Names(filter)) left?.Add(member, Kind, item.Key.Id);
            }
        }

        return items;
    }
}
