using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Access;

/// <summary>
/// Reads what a decision must know from the service's lists, as little of it as a question needs. What holds for every question
/// (settings, grants on LF-tags, opt-ins) is read once; so one reader serves one pipeline.
/// </summary>
/// <param name="connection">The lake.</param>
/// <param name="accountId">The account whose catalog is asked about, twelve digits.</param>
internal sealed class AccessFactsReader(LakeConnection connection, string accountId)
{
    private readonly GrantReader _grants = new(connection);
    private readonly Dictionary<string, TagExpression?> _expressions = new(StringComparer.Ordinal);
    private DataLakeSettings? _settings;
    private IReadOnlyList<LakeGrant>? _taggedGrants;
    private IReadOnlyList<LakeGrant>? _tagGrants;
    private IReadOnlyList<(string Principal, LakeResource Resource)>? _optIns;

    /// <summary>What the service did not let the caller read, each as a part of a sentence.</summary>
    public SortedSet<string> Unread { get; } = new(StringComparer.Ordinal);

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
                await new DatabaseService(connection).GetAsync(resource.DatabaseName!, resource.CatalogId, cancellationToken)
                    .ConfigureAwait(false);
                return await TaggedAsync(facts with { Grants = await GrantsAsync([resource], cancellationToken).ConfigureAwait(false) },
                    resource, cancellationToken)
                    .ConfigureAwait(false);
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName):
                return await OfTableAsync(facts, resource, cancellationToken).ConfigureAwait(false);
            case ResourceKind.Table or ResourceKind.Columns or ResourceKind.AllTables:
                LakeResource[] allTables = [LakeResource.AllTables(resource.DatabaseName!, resource.CatalogId)];
                return facts with { Grants = await GrantsAsync(allTables, cancellationToken).ConfigureAwait(false) };
            case ResourceKind.DataLocation:
                var locations = S3Location.SelfAndParents(resource.DataLocation!)
                    .Select(arn => LakeResource.Location(arn, resource.CatalogId));
                return facts with { Grants = await GrantsAsync(locations, cancellationToken).ConfigureAwait(false) };
            case ResourceKind.Tag:
                // Asked for as a whole: whether the service lists a key's other values with the one that is asked for is not documented.
                _tagGrants ??= await GrantsAsync(DataLakeResourceType.LF_TAG, "the grants on LF-tags", cancellationToken)
                    .ConfigureAwait(false);
                return facts with { Grants = _tagGrants };
            case ResourceKind.TagExpression:
                return facts with { TaggedGrants = await TaggedGrantsAsync(cancellationToken).ConfigureAwait(false) };
            default:
                return facts with { Grants = await GrantsAsync([resource], cancellationToken).ConfigureAwait(false) };
        }
    }

    /// <summary>What holds for everything in the lake: its account and its administrators.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Facts that name no thing.</returns>
    public async Task<ListedFacts> OfLakeAsync(CancellationToken cancellationToken)
    {
        _settings ??= await OrUnreadAsync("the settings", new DataLakeSettings(), async () => (await connection.Clients.LakeFormation
            .GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest { CatalogId = accountId }, cancellationToken).ConfigureAwait(false))
                .DataLakeSettings)
            .ConfigureAwait(false);
        return new ListedFacts
        {
            AccountId = accountId,
            Administrators = SettingMapping.Ids(_settings.DataLakeAdmins),
            ReadOnlyAdministrators = SettingMapping.Ids(_settings.ReadOnlyAdmins),
        };
    }

    /// <summary>What databases and tables have beside the grants that name them: grants on LF-tags, and opt-ins.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts with these.</returns>
    public async Task<ListedFacts> SharedAsync(ListedFacts facts, CancellationToken cancellationToken)
    {
        _optIns ??= await OrUnreadAsync("the opt-ins", [], () => OptInsAsync(cancellationToken)).ConfigureAwait(false);
        return facts with { OptIns = _optIns, TaggedGrants = await TaggedGrantsAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>The LF-tags of a database, or of a table and its columns.</summary>
    /// <param name="resource">The database or table.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The tags, inherited ones among them.</returns>
    public Task<ListedTags> TagsAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        var request = new GetResourceLFTagsRequest { CatalogId = accountId, Resource = PermissionMapping.ToApi(resource) };
        return OrUnreadAsync($"the LF-tags of {resource}", ListedTags.None, async () =>
        {
            var tags = await connection.Clients.LakeFormation.GetResourceLFTagsAsync(request, cancellationToken).ConfigureAwait(false);
            return new ListedTags(tags.LFTagOnDatabase, tags.LFTagsOnTable, tags.LFTagsOnColumns);
        });
    }

    /// <summary>The data cells filters of a table, or all that the caller may see.</summary>
    /// <param name="table">The table; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The filters, and what each lets through.</returns>
    public Task<List<(LakeResource Filter, DataFilterRule Rule)>> FiltersAsync(LakeResource? table, CancellationToken cancellationToken)
    {
        var request = new ListDataCellsFilterRequest
        {
            Table = table is null ? null : new TableResource { CatalogId = table.CatalogId, DatabaseName = table.DatabaseName,
                Name = table.TableName },
        };
        return OrUnreadAsync<List<(LakeResource, DataFilterRule)>>($"the data filters of {table?.ToString() ?? "tables"}", [], async () =>
        {
            var found = new List<(LakeResource, DataFilterRule)>();
            var pages = connection.Clients.LakeFormation.Paginators.ListDataCellsFilter(request).Responses;
            await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                found.AddRange((page.DataCellsFilters ?? []).Select(filter =>
                    (LakeResource.DataFilter(filter.DatabaseName, filter.TableName, filter.Name, filter.TableCatalogId ?? accountId),
                        Rule(filter))));
            }
            return found;
        });
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
            case ResourceKind.Database or ResourceKind.Tag or ResourceKind.NamedTagExpression:
                // No list tells who made these. Asked for one principal, the service counts implicit rights in.
                if (await HasImplicitAsync(resource, principal, permission, cancellationToken).ConfigureAwait(false))
                    return facts with { Creators = new Dictionary<LakeResource, string> { [resource] = principal } };
                return resource.Kind == ResourceKind.Database && permission == PermissionSet.Describe
                    ? facts with { Inside = await InsideAsync(resource, cancellationToken).ConfigureAwait(false) }
                    : facts;
            default:
                return facts;
        }
    }

    private async Task<ListedFacts> OfTableAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        var (database, name, catalog) = (resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        var found = await new TableService(connection).GetAsync(database, name, catalog, cancellationToken).ConfigureAwait(false);
        var table = LakeResource.Table(database, name, catalog);
        facts = facts with
        {
            Columns = [.. found.Column.Concat(found.PartitionKey).Select(column => column.Name.ToLowerInvariant())],
            Creators = found.CreatedBy is { } creator ? new Dictionary<LakeResource, string> { [table] = creator } : facts.Creators,
            Grants = await GrantsAsync([table, LakeResource.AllTables(database, catalog)], cancellationToken).ConfigureAwait(false),
        };
        return await TaggedAsync(facts, table, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ListedFacts> TaggedAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        facts = await SharedAsync(facts, cancellationToken).ConfigureAwait(false);
        return facts.TaggedGrants.Count == 0
            ? facts : facts with { Tags = await TagsAsync(resource, cancellationToken).ConfigureAwait(false) };
    }

    private async Task<ListedFacts> FilteredAsync(ListedFacts facts, LakeResource resource, CancellationToken cancellationToken)
    {
        var table = LakeResource.Table(resource.DatabaseName!, resource.TableName!, resource.CatalogId);
        var filters = await FiltersAsync(table, cancellationToken).ConfigureAwait(false);
        if (filters.Count == 0) return facts;
        var grants = await GrantsAsync(filters.Select(found => found.Filter), cancellationToken).ConfigureAwait(false);
        return facts with { Filters = [.. filters.Select(found => found.Rule)],
            Grants = CanonicalGrants.Of(facts.Grants.Concat(grants), accountId) };
    }

    /// <summary>
    /// Whether the service counts a permission among what a principal has on a thing, be it by a grant or by having made it.
    /// </summary>
    /// <param name="resource">The thing.</param>
    /// <param name="principal">Who.</param>
    /// <param name="permission">What.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>True where it does.</returns>
    public async Task<bool> HasImplicitAsync(LakeResource resource, string principal, PermissionSet permission,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var grant in _grants.ListAsync(accountId, resource, principal: principal, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
                if (grant.Principal == principal && (PermissionRules.Implied(grant.Permissions, grant.Resource) & permission) == permission)
                    return true;
        }
        catch (AmazonServiceException error)
            when (error.ErrorCode is "InvalidInputException" or "AccessDeniedException" or "EntityNotFoundException")
        {
            // Principals of Identity Center and of other accounts are refused here; they make no databases.
        }

        return false;
    }

    private async Task<IReadOnlyCollection<string>> InsideAsync(LakeResource database, CancellationToken cancellationToken) =>
        await OrUnreadAsync($"the grants on tables of {database}", [], async () =>
        {
            var principals = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var grant in _grants.ListAsync(accountId, null, DataLakeResourceType.TABLE, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
                if (grant.Resource.DatabaseName == database.DatabaseName) principals.Add(grant.Principal);
            return principals;
        }).ConfigureAwait(false);

    private async Task<IReadOnlyList<LakeGrant>> TaggedGrantsAsync(CancellationToken cancellationToken)
    {
        if (_taggedGrants is not null) return _taggedGrants;
        var found = new List<LakeGrant>();
        foreach (var type in (DataLakeResourceType[])[DataLakeResourceType.LF_TAG_POLICY_DATABASE,
            DataLakeResourceType.LF_TAG_POLICY_TABLE])
            found.AddRange(await GrantsAsync(type, "the grants on tagged resources", cancellationToken).ConfigureAwait(false));
        for (var index = 0; index < found.Count; index++)
        {
            if (found[index].Resource is not { TagExpression: null, TagExpressionName: { } name } saved) continue;
            if (await ResolveAsync(name, cancellationToken).ConfigureAwait(false) is { } expression)
                found[index] = found[index] with { Resource = LakeResource.Tagged(saved.ResourceType!.Value, expression, saved.CatalogId) };
        }

        return _taggedGrants = found;
    }

    /// <summary>The conditions of a saved expression; null where there is none of that name, or none that the caller may see.</summary>
    public async Task<TagExpression?> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (_expressions.TryGetValue(name, out var known)) return known;
        try
        {
            var found = await connection.Clients.LakeFormation.GetLFTagExpressionAsync(
                new GetLFTagExpressionRequest { CatalogId = accountId, Name = name }, cancellationToken).ConfigureAwait(false);
            return _expressions[name] = TagExpression.Of((found.Expression ?? [])
                .Select(tag => KeyValuePair.Create(tag.TagKey, (IEnumerable<string>)(tag.TagValues ?? []))));
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "AccessDeniedException" or "EntityNotFoundException")
        {
            lock (Unread) Unread.Add($"the tag expression {name}");
            return _expressions[name] = null;
        }
    }

    private async Task<IReadOnlyList<(string, LakeResource)>> OptInsAsync(CancellationToken cancellationToken)
    {
        var request = new ListLakeFormationOptInsRequest();
        var found = new List<(string, LakeResource)>();
        var pages = connection.Clients.LakeFormation.Paginators.ListLakeFormationOptIns(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.LakeFormationOptInsInfoList ?? [])
                if (item.Principal?.DataLakePrincipalIdentifier is { } who && PermissionMapping.ToResource(item.Resource) is { } what)
                    found.Add((who, what.Canonical(accountId)));
        }
        return found;
    }

    private Task<IReadOnlyList<LakeGrant>> GrantsAsync(DataLakeResourceType type, string what, CancellationToken cancellationToken) =>
        OrUnreadAsync<IReadOnlyList<LakeGrant>>(what, [], async () => CanonicalGrants.Of(
            await CollectAsync(_grants.ListAsync(accountId, null, type, cancellationToken: cancellationToken))
                .ConfigureAwait(false), accountId));

    /// <summary>The grants on things, each asked about by itself.</summary>
    /// <param name="resources">The things.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Canonical grants.</returns>
    public async Task<IReadOnlyList<LakeGrant>> GrantsAsync(IEnumerable<LakeResource> resources, CancellationToken cancellationToken)
    {
        var found = new List<LakeGrant>();
        foreach (var resource in resources)
        {
            found.AddRange(await OrUnreadAsync($"the grants on {resource}", [], async () =>
            {
                try
                {
                    return await CollectAsync(_grants.ListAsync(accountId, resource, cancellationToken: cancellationToken))
                        .ConfigureAwait(false);
                }
                catch (AmazonServiceException error)
                    when (resource.Kind == ResourceKind.DataLocation && error.ErrorCode is "InvalidInputException"
                    or "EntityNotFoundException")
                {
                    return []; // a parent that nobody registered
                }
            }).ConfigureAwait(false));
        }

        return CanonicalGrants.Of(found, accountId);
    }

    private static DataFilterRule Rule(DataCellsFilter filter) => new(
        filter.Name,
        NameList.Of((filter.ColumnNames ?? []).Select(name => name.ToLowerInvariant())),
        NameList.Of((filter.ColumnWildcard?.ExcludedColumnNames ?? []).Select(name => name.ToLowerInvariant())),
        filter.RowFilter?.FilterExpression);

    private static async Task<List<LakeGrant>> CollectAsync(IAsyncEnumerable<LakeGrant> grants)
    {
        var found = new List<LakeGrant>();
        await foreach (var grant in grants.ConfigureAwait(false)) found.Add(grant);
        return found;
    }

    /// <summary>Reads something, or notes that the caller may not.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="what">What it is, as a part of a sentence.</param>
    /// <param name="nothing">What stands for it where it may not be read.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>What was read, or nothing.</returns>
    public async Task<T> OrUnreadAsync<T>(string what, T nothing, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "AccessDeniedException")
        {
            lock (Unread) Unread.Add(what);
            return nothing;
        }
    }
}
