using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The catalog's databases.</summary>
internal sealed class DatabaseState(LakeConnection connection) : IStateStore
{
    public StateKind Kind => StateKind.Database;

    public static StateItem Item(string name, string? description, string? location, IEnumerable<KeyValuePair<string, string>> parameters,
        string account) => new(
        new StateKey(StateKind.Database, name),
        StateItem.FactsOf([("description", description), ("location", location),
            .. parameters.Select(pair => ("parameter." + pair.Key, (string?)pair.Value))]))
    {
        Resource = LakeResource.Database(name, account),
    };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var database in new DatabaseService(connection).ListAsync(connection.CatalogId, cancellationToken)
            .ConfigureAwait(false))
            if (scope.HasDatabase(database.Name))
                yield return Item(database.Name, database.Description, database.LocationUri, database.Parameter, account);
    }

    public Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var service = new DatabaseService(connection);
        var name = change.Item.Key.Id;
        if (change.After is null) return service.RemoveAsync(name, connection.CatalogId, recurse: false, null, cancellationToken);
        if (change.Before is null)
        {
            return service.CreateAsync(new NewDatabaseOptions
            {
                Name = name,
                Description = change.After.Facts.GetValueOrDefault("description"),
                LocationUri = change.After.Facts.GetValueOrDefault("location"),
                Parameter = change.After.Part("parameter."),
            }, cancellationToken);
        }

        var parameters = StateItem.PartOf(change.Set, "parameter.").ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var gone in change.Unset.Where(fact => fact.StartsWith("parameter.", StringComparison.Ordinal)))
            parameters[gone["parameter.".Length..]] = null;
        return service.ChangeAsync(new DatabaseChange
        {
            Name = name,
            Description = Text(change, "description"),
            LocationUri = Text(change, "location"),
            Parameter = parameters.Count > 0 ? parameters : null,
        }, cancellationToken);
    }

    // A fact that is no more becomes the empty text, which is the service's way to say so.
    private static string? Text(StateChange change, string name) =>
        change.Set.GetValueOrDefault(name) ?? (change.Unset.Contains(name) ? "" : null);
}
