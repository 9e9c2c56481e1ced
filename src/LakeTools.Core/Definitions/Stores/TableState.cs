using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The catalog's tables and views. A view that is written for several engines is theirs to make and to change.</summary>
internal sealed class TableState(LakeConnection connection) : IStateStore
{
    /// <summary>The type of a table that is a view.</summary>
    public const string View = "VIRTUAL_VIEW";

    private readonly RemovedMeanwhile _meanwhile = new(connection);

    public StateKind Kind => StateKind.Table;

    public static StateItem Item(string database, string name, IReadOnlyDictionary<string, string> facts, string account) =>
        new(StateKey.OfTable(database, name), facts) { Resource = LakeResource.Table(database, name, account) };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        foreach (var database in known.Where(item => item.Key.Kind == StateKind.Database && !LinkFacts.IsLink(item.Facts)))
            await foreach (var table in _meanwhile.ListAsync(database.Resource!, TablesAsync(
                database.Key.Id, scope.TablesOf(database.Key.Id), cancellationToken), cancellationToken).ConfigureAwait(false))
                if (table.ViewDialect.Count > 0) scope.LeftOut?.Add($"view {StateKey.OfTable(database.Key.Id, table.Name).Id}: "
                    + $"it is written for {string.Join(" and ", table.ViewDialect)}, and made there: CREATE PROTECTED MULTI DIALECT VIEW");
                else yield return Item(
                    database.Key.Id, table.Name, await FactsAsync(table, scope, cancellationToken).ConfigureAwait(false), account);
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var (database, name) = (change.Item.Resource!.DatabaseName!, change.Item.Resource.TableName!);
        var glue = connection.Clients.Glue;
        if (change.After is not { } after)
        {
            await new TableService(connection).RemoveAsync(database, name, connection.CatalogId, cancellationToken).ConfigureAwait(false);
        }
        else if (change.Before is null && TableFacts.IsIceberg(after.Facts))
        {
            await new TableService(connection).CreateAsync(
                TableService.Check(TableFacts.Iceberg(database, name, after.Facts) with { CatalogId = connection.CatalogId }),
                cancellationToken).ConfigureAwait(false);
        }
        else if (change.Before is null)
        {
            var storage = new StorageDescriptor { SerdeInfo = new SerDeInfo { Parameters = [] } };
            var input = TableFacts.All.Make(LinkFacts.IsLink(after.Facts) ? new TableInput { Name = name }
                : new TableInput { Name = name, Parameters = [], StorageDescriptor = storage }, after.Facts);
            if (input.TargetTable is { CatalogId: null } target)
                target.CatalogId = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
            await CatalogErrors.OfTableAsync(database, name, () => glue.CreateTableAsync(
                new CreateTableRequest { CatalogId = connection.CatalogId, DatabaseName = database, TableInput = input },
                    cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            if (LinkFacts.IsLink(change.Before.Facts) || LinkFacts.IsLink(after.Facts))
                throw LinkFacts.Fixed(change.Item.Key.Id);
            if (TableFacts.IsIceberg(change.Before.Facts) && TableFacts.IsIceberg(after.Facts) && HasMetadata(change))
            {
                await new TableEditor(connection).UpdateAsync(
                    database, name, connection.CatalogId, true, table => Task.FromResult(ToUpdate(table, after.Facts)), cancellationToken)
                    .ConfigureAwait(false);
                change = WithoutMetadata(change, after);
                if (change.Set.Count + change.Unset.Count == 0) return;
            }

            await new TableEditor(connection).ReplaceAsync(
                database,
                name,
                connection.CatalogId,
                table =>
                {
                    RefuseHarm(table, change);
                    return Task.FromResult(TableFacts.All.Change(TableChanges.Keep(table), change));
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Refuses a change of what a table's format keeps elsewhere, or does not allow, as Set-GlueTable does.</summary>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>, <c>IcebergChangeRefused</c>.</exception>
    public async Task RefuseHarmAsync(StateChange change, CancellationToken cancellationToken)
    {
        var resource = change.Item.Resource!;
        if (change.After is { } after && OpenTableFormat.Iceberg.Equals(
            change.Before!.Facts.GetValueOrDefault(TableFacts.IcebergMark), StringComparison.OrdinalIgnoreCase) && HasMetadata(change))
        {
            var get = new GetTableRequest
            {
                CatalogId = connection.CatalogId, DatabaseName = resource.DatabaseName, Name = resource.TableName,
            };
            _ = ToUpdate(
                await new TableService(connection).ReadAsync(get, isWithMetadata: true, cancellationToken).ConfigureAwait(false),
                after.Facts);
        }

        var known = TableFacts.All.Make(new TableInput { Parameters = [] }, change.Before!.Facts);
        RefuseHarm(new Table
        {
            DatabaseName = resource.DatabaseName,
            Name = resource.TableName,
            TableType = known.TableType,
            Parameters = known.Parameters,
            StorageDescriptor = known.StorageDescriptor,
        }, change);
    }

    // Named tables are found in the list of all, or by their names where that takes no longer than the list has taken so far.
    private async IAsyncEnumerable<GlueTable> TablesAsync(string database, IReadOnlyCollection<string>? names,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (names is { Count: 0 }) yield break;
        var service = new TableService(connection);
        var left = names?.ToHashSet(StringComparer.Ordinal);
        var (read, isFewer) = (0, false);
        await foreach (var table in service.ListAsync(database, null, connection.CatalogId, cancellationToken).ConfigureAwait(false))
        {
            var (pages, isFirst) = (read / TableService.PageSize, read++ % TableService.PageSize == 0);
            if (left is null || left.Remove(table.Name)) yield return table;
            isFewer = left?.Count == 0 || (isFirst && left?.Count <= pages * StateReader.CallsAtATime);
            if (isFewer) break;
        }

        if (!isFewer) yield break;
        var found = SideBySide.RunAsync(left!, StateReader.CallsAtATime, FindAsync, cancellationToken);
        await foreach (var table in found.ConfigureAwait(false))
            if (table is not null) yield return table;

        // As in a list, what the caller may not see is not there.
        async Task<GlueTable?> FindAsync(string name, CancellationToken token)
        {
            try
            {
                return await service.GetAsync(database, name, connection.CatalogId, token).ConfigureAwait(false);
            }
            catch (LakeException error) when (error.Id is nameof(Fault.TableNotFound) or nameof(Fault.TableAccessDenied))
            {
                return null;
            }
        }
    }

    // An Iceberg table's partition transforms are read from its metadata.
    private async Task<IReadOnlyDictionary<string, string>> FactsAsync(GlueTable table, StateScope scope,
        CancellationToken cancellationToken)
    {
        var facts = TableFacts.All.Of(table);
        if (LinkFacts.IsLink(facts)) return LinkFacts.OfItself(facts);
        var isIceberg = TableFacts.IsIceberg(facts);
        if (isIceberg) table = await new TableService(connection).WithMetadataAsync(table, cancellationToken).ConfigureAwait(false);
        scope.Name(
            StateKey.OfTable(table.DatabaseName, table.Name), TableFacts.Unsaid(table), after => TableFacts.Unsaid(table, after.Facts));

        // The description is a property of Iceberg's, which may be shown among the parameters too.
        return !isIceberg ? facts : StateItem.FactsOf(TableFacts.All.Of(table)
            .Where(fact => fact.Key != TableFacts.IcebergComment || fact.Value != table.Description)
            .Select(fact => (fact.Key, (string?)fact.Value)));
    }

    private static bool HasMetadata(StateChange change) =>
        TableFacts.InMetadata.Any(fact => change.Set.ContainsKey(fact) || change.Unset.Contains(fact));

    private static UpdateTableRequest? ToUpdate(Table table, IReadOnlyDictionary<string, string> facts) => IcebergRequests.ToUpdate(
        table, ColumnList.Read(facts.GetValueOrDefault(TableFacts.Columns)), TableFacts.TransformsOf(facts));

    private static StateChange WithoutMetadata(StateChange change, StateItem after) => change with
    {
        After = after with
        {
            Facts = StateItem.FactsOf(after.Facts.Where(fact => !TableFacts.InMetadata.Contains(fact.Key))
                .Concat(change.Before!.Facts.Where(fact => TableFacts.InMetadata.Contains(fact.Key)))
                .Select(fact => (fact.Key, (string?)fact.Value))),
        },
    };

    private static void RefuseHarm(Table table, StateChange change)
    {
        var changed = change.Set.Keys.Concat(change.Unset).ToHashSet(StringComparer.Ordinal);
        TableChanges.RefuseHarm(
            table,
            hasClasses: TableFacts.Classes.Any(changed.Contains),
            hasColumns: changed.Contains(TableFacts.Columns) || changed.Contains(TableFacts.Partitions),
            hasLocation: changed.Contains(TableFacts.Location));
    }
}
