using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Access;

/// <summary>Reads what a decision must know from the service's lists, as little of it as a question needs.</summary>
/// <param name="connection">The lake.</param>
/// <param name="accountId">The account whose catalog is asked about, twelve digits.</param>
internal sealed class AccessFactsReader(LakeConnection connection, string accountId)
{
    /// <summary>What is read, and what the caller may not read.</summary>
    public AccessLists Lists { get; } = new(connection, accountId);

    /// <summary>Reads what bears on a thing.</summary>
    /// <param name="resource">The thing, in canonical form.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Enough for most answers; where they refuse, <see cref="MoreAsync"/> reads the rest.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>DatabaseNotFound</c> and what the service refuses.</exception>
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

    // What is in a catalog beside the account's own is granted by SUPER_USER on that catalog too, and on those that hold it.
    private Task<IReadOnlyList<LakeGrant>> GrantsAsync(LakeResource[] things, CancellationToken cancellationToken) =>
        Lists.GrantsAsync([.. things, .. things[0].ContainingCatalogs()], cancellationToken);

    // Rights in a catalog whose source cannot be reached are decided without it, as far as that goes.
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

    /// <summary>What holds for everything in the lake: its account and its administrators.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Facts that name no thing.</returns>
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

    /// <summary>What databases and tables have beside the grants that name them: grants on LF-tags, and opt-ins.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts with these.</returns>
    public async Task<ListedFacts> SharedAsync(ListedFacts facts, CancellationToken cancellationToken)
    {
        var optIns = await Lists.OptInsAsync(cancellationToken).ConfigureAwait(false);
        return facts with { OptIns = optIns, TaggedGrants = await Lists.TaggedGrantsAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Reads what only a refusal needs to know, since it takes a call or many more.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="resource">The thing, in canonical form.</param>
    /// <param name="principal">Who.</param>
    /// <param name="permission">What.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts, or more than them.</returns>
    public async Task<ListedFacts> MoreAsync(ListedFacts facts, LakeResource resource, string principal, PermissionSet permission,
        CancellationToken cancellationToken)
    {
        switch (resource.Kind)
        {
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName)
                && permission is PermissionSet.Select or PermissionSet.Describe:
                return await FilteredAsync(facts, resource, cancellationToken).ConfigureAwait(false);
            case ResourceKind.Database or ResourceKind.NestedCatalog or ResourceKind.Tag or ResourceKind.NamedTagExpression:
                // No list tells who made these. Asked for one principal, the service counts implicit rights in.
                if (await Lists.HasImplicitAsync(resource, principal, permission, PermissionSet.None, cancellationToken)
                    .ConfigureAwait(false))
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
