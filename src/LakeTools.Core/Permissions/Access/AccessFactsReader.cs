using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>Reads only the facts that a decision needs from the service's lists.</summary>
/// <param name="connection">The lake.</param>
/// <param name="accountId">The account of the catalog, twelve digits.</param>
internal sealed class AccessFactsReader(LakeConnection connection, string accountId)
{
    /// <summary>The lists, and what the caller may not read.</summary>
    public AccessLists Lists { get; } = new(connection, accountId);

    /// <summary>Reads what bears on a thing.</summary>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Enough for most answers. If the answer is a refusal, <see cref="MoreAsync"/> reads the rest.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> and errors of the service.</exception>
    public async Task<ListedFacts> ReadAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        var facts = await OfLakeAsync(cancellationToken).ConfigureAwait(false);
        switch (resource.Kind)
        {
            case ResourceKind.Database:
                await FromSourceAsync(resource, () => new DatabaseService(connection).GetAsync(resource.DatabaseName!, resource.CatalogId,
                    cancellationToken)).ConfigureAwait(false);
                facts = facts with { Grants = await GrantsAsync([resource], cancellationToken).ConfigureAwait(false) };
                return await TaggedAsync(facts, resource, cancellationToken).ConfigureAwait(false);
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName):
                return await OfTableAsync(facts, resource, cancellationToken).ConfigureAwait(false);
            case ResourceKind.Table or ResourceKind.Columns or ResourceKind.AllTables:
                LakeResource[] allTables = [LakeResource.AllTables(resource.DatabaseName!, resource.CatalogId)];
                return facts with { Grants = await GrantsAsync(allTables, cancellationToken).ConfigureAwait(false) };
            case ResourceKind.DataLocation:
                var locations = DataLocation.SelfAndParents(resource.DataLocation!)
                    .Select(arn => LakeResource.Location(arn, resource.CatalogId));
                return facts with { Grants = await Lists.GrantsAsync(locations, cancellationToken).ConfigureAwait(false) };
            case ResourceKind.Tag:
                return facts with { Grants = await Lists.TagGrantsAsync(cancellationToken).ConfigureAwait(false) };
            case ResourceKind.TagExpression:
                return facts with { TaggedGrants = await Lists.TaggedGrantsAsync(cancellationToken).ConfigureAwait(false) };
            default:
                return facts with { Grants = await GrantsAsync([resource], cancellationToken).ConfigureAwait(false) };
        }
    }

    // SUPER_USER on a nested catalog, or on a catalog that contains it, gives permissions on its contents.
    private Task<IReadOnlyList<LakeGrant>> GrantsAsync(LakeResource[] things, CancellationToken cancellationToken) =>
        Lists.GrantsAsync([.. things, .. things[0].ContainingCatalogs()], cancellationToken);

    // If the source of a catalog cannot be reached, permissions are decided without it as far as possible.
    private async Task<T?> FromSourceAsync<T>(LakeResource thing, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (thing.IsNested && error.ErrorCode == "FederationSourceException")
        {
            Lists.Unread.Add($"{thing} itself");
            return null;
        }
    }

    /// <summary>The common facts of the whole lake: its account and its administrators.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Facts without a resource.</returns>
    public async Task<ListedFacts> OfLakeAsync(CancellationToken cancellationToken)
    {
        var settings = await Lists.SettingsAsync(cancellationToken).ConfigureAwait(false);
        return new ListedFacts
        {
            AccountId = accountId,
            Administrators = SettingMapping.Ids(settings.DataLakeAdmins),
            ReadOnlyAdministrators = SettingMapping.Ids(settings.ReadOnlyAdmins),
        };
    }

    /// <summary>The facts about databases and tables besides named grants: grants on LF-Tags, and opt-ins.</summary>
    /// <param name="facts">The facts so far.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts with these.</returns>
    public async Task<ListedFacts> SharedAsync(ListedFacts facts, CancellationToken cancellationToken)
    {
        var optIns = await Lists.OptInsAsync(cancellationToken).ConfigureAwait(false);
        return facts with { OptIns = optIns, TaggedGrants = await Lists.TaggedGrantsAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Reads what only a refusal needs. This may take many calls.</summary>
    /// <param name="facts">The facts so far.</param>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts, with additions if there are any.</returns>
    public async Task<ListedFacts> MoreAsync(ListedFacts facts, LakeResource resource, string principal, PermissionSet permission,
        CancellationToken cancellationToken)
    {
        switch (resource.Kind)
        {
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName)
                && permission is PermissionSet.Select or PermissionSet.Describe:
                return await FilteredAsync(facts, resource, cancellationToken).ConfigureAwait(false);
            case ResourceKind.Database or ResourceKind.NestedCatalog or ResourceKind.Tag or ResourceKind.NamedTagExpression:
                if (await Lists.IsCreatorAsync(facts, resource, principal, cancellationToken).ConfigureAwait(false))
                    return facts with { Creators = new Dictionary<LakeResource, string> { [resource] = principal } };
                return resource.Kind == ResourceKind.Database && permission == PermissionSet.Describe
                    ? facts with
                    {
                        Inside = [.. await Lists.PrincipalsInsideAsync(resource, cancellationToken).ConfigureAwait(false),
                            .. await Lists.TaggedInsideAsync(resource, cancellationToken).ConfigureAwait(false)],
                        TableCreators = await Lists.TableCreatorsAsync(resource, cancellationToken).ConfigureAwait(false),
                    }
                    : facts;
            default:
                return facts;
        }
    }

    private async Task<ListedFacts> OfTableAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        var (database, name, catalog) = (resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        var table = LakeResource.Table(database, name, catalog);
        var found = await FromSourceAsync(table, () => new TableService(connection).GetAsync(database, name, catalog, cancellationToken))
            .ConfigureAwait(false);
        facts = facts with
        {
            Columns = [.. (found?.Column ?? []).Concat(found?.PartitionKey ?? []).Select(column => column.Name.ToLowerInvariant())],
            PartitionKeys = [.. (found?.PartitionKey ?? []).Select(column => column.Name.ToLowerInvariant())],
            Creators = found?.CreatedBy is { } creator ? new Dictionary<LakeResource, string> { [table] = creator } : facts.Creators,
            Grants = await GrantsAsync([table, LakeResource.AllTables(database, catalog)], cancellationToken).ConfigureAwait(false),
        };
        return await TaggedAsync(facts, table, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ListedFacts> TaggedAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        facts = await SharedAsync(facts, cancellationToken).ConfigureAwait(false);
        return facts.TaggedGrants.Count == 0
            ? facts : facts with { Tags = await Lists.TagsAsync(resource, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<ListedFacts> FilteredAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        var table = LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        var filters = await Lists.FiltersAsync(table, cancellationToken).ConfigureAwait(false);
        if (filters.Count == 0) return facts;
        var grants = await Lists.GrantsAsync(filters.Select(found => found.Filter), cancellationToken).ConfigureAwait(false);
        return facts with { Filters = [.. filters.Select(found => found.Rule)],
            Grants = CanonicalGrants.FromListed(facts.Grants.Concat(grants), accountId) };
    }
}
