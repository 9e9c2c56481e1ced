using System.Runtime.CompilerServices;
using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The catalog's databases.</summary>
internal sealed class DatabaseState(LakeConnection connection) : IStateStore
{
    public const string Location = "location";

    /// <summary>A database's properties. For the service, a removed description or location is the empty text.</summary>
    public static ServiceFacts<GlueDatabase, NewDatabaseOptions, DatabaseChange> Facts { get; } = new()
    {
        {
            "description", Shapes.Text, database => database.Description,
            (options, text) => options with { Description = text }, (change, text) => change with { Description = text ?? "" },
            Fact.Optional, "The description."
        },
        {
            Location, Shapes.Text, database => database.LocationUri,
            (options, text) => options with { LocationUri = text }, (change, text) => change with { LocationUri = text ?? "" },
            Fact.Optional, "The default location of its tables: an S3 URI."
        },
        {
            "parameters", new TextMap("parameter."), database => TextMap.Of(database.Parameter),
            (options, pairs) => options with { Parameter = pairs! }, (change, pairs) => change with { Parameter = pairs },
            Fact.Optional, "Free parameters."
        },
        {
            LinkFacts.TargetDatabase, Shapes.TargetName, database => database.TargetDatabaseName?.ToLowerInvariant(),
            (options, text) => options with { TargetDatabaseName = text }, (change, _) => throw LinkFacts.Fixed(change.Name),
            Fact.Optional, "For a resource link: the target database."
        },
        {
            LinkFacts.TargetCatalog, Shapes.TargetCatalog,
            database => database.TargetCatalogId == database.CatalogId ? null : database.TargetCatalogId,
            (options, text) => options with { TargetCatalogId = text }, (change, _) => throw LinkFacts.Fixed(change.Name),
            Fact.Optional, "For a resource link: the catalog of the target, such as another account."
        },
        {
            LinkFacts.TargetRegion, Shapes.Text, database => database.TargetRegion,
            (options, text) => options with { TargetRegion = text }, (change, _) => throw LinkFacts.Fixed(change.Name),
            Fact.Optional, "Of a resource link: the region of its target."
        },
        {
            "tags", new NoFact("""{ "$ref": "#/$defs/map" }"""),
            Fact.Optional, "LF-Tags that are assigned to it, with one value each."
        },
        {
            "tables", new NoFact("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/table" } }"""),
            Fact.Optional, "Its tables and views."
        },
    };

    public StateKind Kind => StateKind.Database;

    public static StateItem Item(string name, IReadOnlyDictionary<string, string> facts, string account) =>
        new(new StateKey(StateKind.Database, name), facts) { Resource = LakeResource.Database(name, account) };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.HasDatabases) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        string? usual = null;
        await foreach (var database in new DatabaseService(connection).ListAsync(connection.CatalogId, cancellationToken)
            .ConfigureAwait(false))
        {
            if (!scope.HasDatabase(database.Name)) continue;
            if (scope.LeftOut is { } left && database is { IsResourceLink: false, TableDefaultPermission: { } own })
            {
                usual ??= await UsualAsync(cancellationToken).ConfigureAwait(false);
                if (own != usual) left.Add("default permissions of tables", Kind, database.Name);
            }

            foreach (var part in DatabaseService.NotShown(database)) scope.LeftOut?.Add(part, Kind, database.Name);
            yield return Item(database.Name, LinkFacts.OfItself(Facts.Of(database)), account);
        }
    }

    // The default of a database that a definition makes: the setting of the lake. If the setting may not be read, every database is named.
    private async Task<string> UsualAsync(CancellationToken cancellationToken)
    {
        try
        {
            var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
            return setting.CreateTableDefaultPermission ?? "";
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException)
        {
            return "";
        }
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new DatabaseService(connection);
        var name = change.Item.Key.Id;
        if (change.After is null) return service.RemoveAsync(name, connection.CatalogId, recurse: false, null, cancellationToken);
        if (change.Before is { } before && LinkFacts.IsLink(before.Facts) != LinkFacts.IsLink(change.After.Facts))
            throw LinkFacts.Fixed(name);
        return change.Before is null
            ? service.CreateAsync(Facts.Make(new NewDatabaseOptions { Name = name }, change.After.Facts), cancellationToken)
            : service.ChangeAsync(Facts.Change(new DatabaseChange { Name = name }, change), cancellationToken);
    }
}
