using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The catalog's tables. Views are left alone: what they say is another engine's language.</summary>
internal sealed class TableState(LakeConnection connection) : IStateStore
{
    /// <summary>The type of a table that is a view.</summary>
    public const string View = "VIRTUAL_VIEW";

    public StateKind Kind => StateKind.Table;

    public static StateItem Item(string database, string name, IReadOnlyDictionary<string, string> facts, string account) =>
        new(new StateKey(StateKind.Table, $"{database}.{name}"), facts) { Resource = LakeResource.Table(database, name, account) };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        foreach (var database in known.Where(item => item.Key.Kind == StateKind.Database && !LinkFacts.IsLink(item.Facts)))
            await foreach (var table in new TableService(connection)
                .ListAsync(database.Key.Id, null, connection.CatalogId, cancellationToken).ConfigureAwait(false))
                if (table.TableType == View) scope.LeftOut?.Add($"view {database.Key.Id}.{table.Name}: the engine that runs it makes it");
                else yield return Item(database.Key.Id, table.Name, LinkFacts.OfItself(TableFacts.All.Of(table)), account);
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var (database, name) = (change.Item.Resource!.DatabaseName!, change.Item.Resource.TableName!);
        var glue = connection.Clients.Glue;
        if (change.After is not { } after)
        {
            await new TableService(connection).RemoveAsync(database, name, connection.CatalogId, cancellationToken).ConfigureAwait(false);
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
                throw LinkFacts.Fixed($"{database}.{name}");
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

    /// <summary>Refuses a change of what a table's format keeps elsewhere, as Set-GlueTable does.</summary>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>TableFormatNotSupported</c>.</exception>
    public static void RefuseHarm(StateChange change)
    {
        var resource = change.Item.Resource!;
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
