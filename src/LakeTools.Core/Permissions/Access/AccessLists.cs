using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Access;

/// <summary>The service's lists for one pipeline, as far as the caller may read them. Common lists are read once.</summary>
/// <param name="connection">The lake.</param>
/// <param name="accountId">The account of the catalog, twelve digits.</param>
internal sealed class AccessLists(LakeConnection connection, string accountId)
{
    private readonly GrantReader _grants = new(connection);
    private readonly Dictionary<string, TagExpression?> _expressions = new(StringComparer.Ordinal);
    private DataLakeSettings? _settings;
    private IReadOnlyList<LakeGrant>? _taggedGrants;
    private IReadOnlyList<LakeGrant>? _tagGrants;
    private IReadOnlyList<ListedOptIn>? _optIns;

    /// <summary>The lists that the caller may not read, each as a part of a sentence.</summary>
    public SortedSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>The grants that could not be evaluated, because this version does not know their kind of resource.</summary>
    public UnknownKinds LeftOut => _grants.LeftOut;

    /// <summary>The settings.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settings. Empty if they may not be read.</returns>
    public async Task<DataLakeSettings> SettingsAsync(CancellationToken cancellationToken) =>
        _settings ??= await OrUnreadAsync("the settings", new DataLakeSettings(), async () => (await connection.Clients.LakeFormation
            .GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest { CatalogId = accountId }, cancellationToken).ConfigureAwait(false))
                .DataLakeSettings).ConfigureAwait(false);

    /// <summary>The opt-ins, with their principals and resources.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The opt-ins.</returns>
    public async Task<IReadOnlyList<ListedOptIn>> OptInsAsync(CancellationToken cancellationToken) =>
        _optIns ??= await OrUnreadAsync("the opt-ins", [], () => ReadOptInsAsync(cancellationToken)).ConfigureAwait(false);

    /// <summary>The LF-Tags of a database, or of a table and its columns.</summary>
    /// <param name="resource">The database or table.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The tags, including inherited ones.</returns>
    public Task<ListedTags> TagsAsync(LakeResource resource, CancellationToken cancellationToken)
    {
        var request = new GetResourceLFTagsRequest { CatalogId = accountId, Resource = PermissionMapping.ToApi(resource) };
        return OrUnreadAsync($"the LF-Tags of {resource}", ListedTags.None, async () =>
        {
            var tags = await connection.Clients.LakeFormation.GetResourceLFTagsAsync(request, cancellationToken).ConfigureAwait(false);
            return new ListedTags(tags.LFTagOnDatabase, tags.LFTagsOnTable, tags.LFTagsOnColumns);
        });
    }

    /// <summary>The data cells filters of a table, or all that the caller may read.</summary>
    /// <param name="table">The table; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The filters, and what each allows.</returns>
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

    /// <summary>
    /// Whether a principal created a resource: no list has its creator, but asked about one principal, the service includes the
    /// creator's implicit permissions.
    /// </summary>
    /// <param name="facts">The facts about the resource.</param>
    /// <param name="resource">The resource, in canonical form.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>True if the service lists permissions that only the creator can have.</returns>
    public async Task<bool> IsCreatorAsync(ListedFacts facts, LakeResource resource, string principal, CancellationToken cancellationToken)
    {
        var (permissions, grantable) = facts.OnlyOfCreator(resource, principal);
        if ((permissions | grantable) == PermissionSet.None) return false;
        try
        {
            await foreach (var grant in _grants.ListAsync(accountId, resource, principal: principal, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
                if (grant.Principal == principal && !facts.Explains(grant)
                    && (PermissionRules.Implied(grant.Permissions, grant.Resource) & permissions) == permissions
                    && (PermissionRules.Implied(grant.Grantable, grant.Resource) & grantable) == grantable)
                    return true;
        }
        catch (AmazonServiceException error)
            when (error.ErrorCode is "InvalidInputException" or "AccessDeniedException" or "EntityNotFoundException")
        {
            // Principals of Identity Center and of other accounts are refused here. They do not create databases.
        }

        return false;
    }

    /// <summary>The principals with a permission on a table of a database, without a condition.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Principals.</returns>
    public async Task<IReadOnlyCollection<string>> PrincipalsInsideAsync(LakeResource database, CancellationToken cancellationToken) =>
        await OrUnreadAsync($"the grants on tables of {database}", [], async () =>
        {
            var principals = new HashSet<string>(StringComparer.Ordinal);
            var grants = _grants.ListAsync(accountId, null, DataLakeResourceType.TABLE, cancellationToken: cancellationToken);
            await foreach (var grant in grants.ConfigureAwait(false))
                if (grant.Condition is null && IsIn(database, grant.Resource.DatabaseName, grant.Resource.CatalogId))
                    principals.Add(grant.Principal);
            return principals;
        }).ConfigureAwait(false);

    /// <summary>The creators of the tables of a database that the caller may read.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Identifiers.</returns>
    public Task<IReadOnlyCollection<string>> TableCreatorsAsync(LakeResource database, CancellationToken cancellationToken) =>
        OrUnreadAsync<IReadOnlyCollection<string>>($"the tables of {database}", [], async () =>
        {
            var request = new Amazon.Glue.Model.GetTablesRequest { CatalogId = database.CatalogId, DatabaseName = database.DatabaseName };
            var makers = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var page in connection.Clients.Glue.Paginators.GetTables(request).Responses
                .WithCancellation(cancellationToken).ConfigureAwait(false))
                makers.UnionWith((page.TableList ?? []).Select(table => table.CreatedBy).OfType<string>()
                    .Select(LakePrincipal.WithoutPath));
            return makers;
        });

    /// <summary>The principals with a permission by LF-Tags on a table of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Principals.</returns>
    public async Task<IReadOnlyCollection<string>> TaggedInsideAsync(LakeResource database, CancellationToken cancellationToken)
    {
        var principals = new HashSet<string>(StringComparer.Ordinal);
        var byExpression = (await TaggedGrantsAsync(cancellationToken).ConfigureAwait(false))
            .Where(grant => grant.Resource is { ResourceType: TaggedResourceType.Table, TagExpression: not null })
            .GroupBy(grant => grant.Resource.TagExpression!, grant => grant.Principal);
        foreach (var grants in byExpression)
            if (await OrUnreadAsync($"the tables tagged {grants.Key}", false, () =>
                HasTaggedAsync(grants.Key, database, cancellationToken)).ConfigureAwait(false)) principals.UnionWith(grants);
        return principals;
    }

    /// <summary>The grants on expressions of LF-Tags. Saved expressions are resolved as far as the caller may read them.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Canonical grants.</returns>
    public async Task<IReadOnlyList<LakeGrant>> TaggedGrantsAsync(CancellationToken cancellationToken)
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

    /// <summary>The conditions of a saved expression. Null if there is none with that name, or if the caller may not read it.</summary>
    public async Task<TagExpression?> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (_expressions.TryGetValue(name, out var known)) return known;
        try
        {
            var found = await connection.Clients.LakeFormation.GetLFTagExpressionAsync(
                new GetLFTagExpressionRequest { CatalogId = accountId, Name = name }, cancellationToken).ConfigureAwait(false);
            return _expressions[name] = TagMapping.ToExpression(found.Expression);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "AccessDeniedException" or "EntityNotFoundException")
        {
            lock (Unread) Unread.Add($"the LF-Tag expression {name}");
            return _expressions[name] = null;
        }
    }

    /// <summary>
    /// The grants on LF-Tags, all in one list. Whether the service lists the other values of a key with the requested one
    /// is not documented.
    /// </summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Canonical grants.</returns>
    public async Task<IReadOnlyList<LakeGrant>> TagGrantsAsync(CancellationToken cancellationToken) =>
        _tagGrants ??= await GrantsAsync(DataLakeResourceType.LF_TAG, "the grants on LF-Tags", cancellationToken).ConfigureAwait(false);

    /// <summary>The grants on resources, with a call for each.</summary>
    /// <param name="resources">The resources.</param>
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
                    return []; // a parent that is not registered
                }
            }).ConfigureAwait(false));
        }

        return CanonicalGrants.FromListed(found, accountId);
    }

    /// <summary>Reads something, or records that the caller may not, or that its source in a nested catalog cannot be reached.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="what">The name of the list, as a part of a sentence.</param>
    /// <param name="nothing">The result if it may not be read.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The result.</returns>
    public async Task<T> OrUnreadAsync<T>(string what, T nothing, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "AccessDeniedException" or "FederationSourceException")
        {
            lock (Unread) Unread.Add(what);
            return nothing;
        }
    }

    private async Task<bool> HasTaggedAsync(TagExpression expression, LakeResource database, CancellationToken cancellationToken)
    {
        var request = new SearchTablesByLFTagsRequest { CatalogId = accountId, Expression = TagMapping.ToApi(expression) };
        var pages = connection.Clients.LakeFormation.Paginators.SearchTablesByLFTags(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            if (page.TableList?.Exists(found => IsIn(database, found.Table.DatabaseName, found.Table.CatalogId)) == true) return true;
        return false;
    }

    // The catalogs of an account can have databases of the same name.
    private bool IsIn(LakeResource database, string? name, string? catalogId) =>
        name == database.DatabaseName && (catalogId ?? accountId) == database.CatalogId;

    private async Task<IReadOnlyList<ListedOptIn>> ReadOptInsAsync(CancellationToken cancellationToken)
    {
        var request = new ListLakeFormationOptInsRequest();
        var found = new List<ListedOptIn>();
        var pages = connection.Clients.LakeFormation.Paginators.ListLakeFormationOptIns(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var item in page.LakeFormationOptInsInfoList ?? [])
                if (item.Principal?.DataLakePrincipalIdentifier is { } who && PermissionMapping.ToResource(item.Resource) is { } what)
                    found.Add(new ListedOptIn(who, what.Canonical(accountId), PermissionMapping.ToCondition(item.Condition)));
        return found;
    }

    private Task<IReadOnlyList<LakeGrant>> GrantsAsync(DataLakeResourceType type, string what, CancellationToken cancellationToken) =>
        OrUnreadAsync<IReadOnlyList<LakeGrant>>(what, [], async () => CanonicalGrants.FromListed(
            await CollectAsync(_grants.ListAsync(accountId, null, type, cancellationToken: cancellationToken))
                .ConfigureAwait(false), accountId));

    /// <summary>The rows and columns that a filter permits.</summary>
    /// <param name="filter">The filter as the service has it.</param>
    /// <returns>The rule; names of columns are in lower case.</returns>
    public static DataFilterRule Rule(DataCellsFilter filter) => new(
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
}
