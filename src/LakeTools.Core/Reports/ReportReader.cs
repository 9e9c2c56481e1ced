using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Reports;

/// <summary>
/// Reads the facts of a whole lake: what Test-LakePermission reads thing by thing, in lists where the service has lists. Only LF-Tags, and
/// who made a database, have to be asked for one by one.
/// </summary>
/// <param name="connection">The lake.</param>
/// <param name="accountId">The account whose catalog it is, twelve digits.</param>
internal sealed class ReportReader(LakeConnection connection, string accountId)
{
    /// <summary>How many calls are under way at a time: well within what the services take of one caller.</summary>
    public const int CallsAtATime = 8;

    /// <summary>What progress is called.</summary>
    public const string Activity = "Reading the lake";

    private readonly HashSet<string> _links = new(StringComparer.Ordinal); // databases whose tables are those of another one
    private readonly Dictionary<LakeResource, ReportDetail> _details = [];
    private readonly AccessFactsReader _reader = new(connection, accountId);
    private readonly List<ListedGrant> _listed = [];

    /// <summary>Reads.</summary>
    /// <param name="options">What the report is about.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, and what the service refuses.</exception>
    public async Task<ReportFacts> ReadAsync(ReportOptions options, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var lake = await _reader.OfLakeAsync(cancellationToken).ConfigureAwait(false);
        var shared = await _reader.SharedAsync(lake, cancellationToken).ConfigureAwait(false);
        var databases = await DatabasesAsync(options.Databases, cancellationToken).ConfigureAwait(false);
        var tables = await TablesAsync([.. databases.Except(_links)], progress, cancellationToken).ConfigureAwait(false);
        var filters = await _reader.Lists.FiltersAsync(null, cancellationToken).ConfigureAwait(false);
        var everything = await GrantsAsync(filters.Select(found => found.Filter), progress, cancellationToken).ConfigureAwait(false);
        var grants = everything.Where(grant => grant.Resource.CatalogId == accountId).ToList();
        var tags = await TagsAsync(shared, databases, tables, progress, cancellationToken).ConfigureAwait(false);

        var principals = Everybody(everything, shared, tables);
        var principalTags = await PrincipalTagsAsync(everything, shared, principals, progress, cancellationToken).ConfigureAwait(false);
        (lake, shared) = (lake with { PrincipalTags = principalTags }, shared with { PrincipalTags = principalTags });

        var byDatabase = grants.Where(grant => grant.Resource.DatabaseName is not null)
            .ToLookup(grant => grant.Resource.DatabaseName!, StringComparer.Ordinal);
        var filtersOf = filters.ToLookup(found => (found.Filter.DatabaseName, found.Filter.TableName), found => found.Rule);
        var tablesOf = tables.ToLookup(table => table.DatabaseName, StringComparer.Ordinal);
        var things = new List<(LakeResource, ListedFacts)>();
        if (options.Databases.Count == 0)
            things.AddRange(OfLake(grants, lake, shared).Concat(Elsewhere([.. everything.Except(grants)], lake)));
        foreach (var name in databases)
        {
            var database = LakeResource.Database(name, accountId);
            var inside = byDatabase[name].ToLookup(grant =>
                grant.Resource.Kind == ResourceKind.AllTables ? "" : grant.Resource.TableName, StringComparer.Ordinal);
            things.Add((database, shared with
            {
                Grants = [.. byDatabase[name].Where(grant => grant.Resource == database)],
                Tags = tags[database],
                Inside = byDatabase[name].Where(grant => grant.Resource.Kind != ResourceKind.Database && grant.Condition is null)
                    .Select(grant => grant.Principal)
                    .Concat(TaggedInside(shared, tablesOf[name], tags)).ToHashSet(StringComparer.Ordinal),
                TableCreators = tablesOf[name].Select(table => table.CreatedBy).OfType<string>().ToHashSet(StringComparer.Ordinal),
            }));
            if (inside[""].Any()) things.Add((LakeResource.AllTables(name, accountId), lake with { Grants = [.. inside[""]] }));
            foreach (var table in tablesOf[name])
            {
                var resource = LakeResource.Table(name, table.Name, accountId);
                _details[resource] = new ReportDetail(
                    table.Description,
                    !table.IsRegistered && !table.IsResourceLink && S3Uri.LooksLikeOne(table.Location ?? ""),
                    table.IsResourceLink ? $"{table.TargetDatabaseName}.{table.TargetTableName}" : null);
                things.Add((resource, shared with
                {
                    Grants = [.. inside[""], .. inside[resource.TableName]],
                    Tags = tags[resource],
                    Columns = [.. table.Column.Concat(table.PartitionKey).Select(column => column.Name.ToLowerInvariant())],
                    PartitionKeys = [.. table.PartitionKey.Select(column => column.Name.ToLowerInvariant())],
                    Filters = [.. filtersOf[(name, resource.TableName)]],
                    Creators = table.CreatedBy is { } creator
                        ? new Dictionary<LakeResource, string> { [resource] = creator } : shared.Creators,
                }));
            }
        }

        return new ReportFacts
        {
            AccountId = accountId,
            Principals = principals,
            Things = await new DatabaseCreators(_reader.Lists, accountId).AddToAsync(things, principals, progress, cancellationToken)
                .ConfigureAwait(false),
            Details = _details,
            Listed = await ListedAsync(cancellationToken).ConfigureAwait(false),
            GrantCount = options.Databases.Count == 0 ? everything.Count : databases.Sum(name => byDatabase[name].Count()),
            Unread = _reader.Lists.Unread,
        };
    }

    // Resources in other catalogs of the account and in other accounts, if this account has a grant on them. It does not know what else is
    // there, or what other accounts grant on it.
    private IEnumerable<(LakeResource, ListedFacts)> Elsewhere(List<LakeGrant> grants, ListedFacts lake) => grants
        .Select(grant => grant.Resource is { TableName: { } table, DatabaseName: { } database, CatalogId: var catalog }
            && !LakeResource.IsAllTables(table) ? LakeResource.Table(database, table, catalog) : grant.Resource)
        .Distinct()
        .OrderBy(resource => resource.CatalogId, StringComparer.Ordinal).ThenBy(resource => resource.ToString(), StringComparer.Ordinal)
        .Select(resource => (resource, lake with
        {
            AccountId = resource.CatalogId![..12],
            // The administrators of this account are not administrators of another one.
            Administrators = IsOwn(resource) ? lake.Administrators : [],
            ReadOnlyAdministrators = IsOwn(resource) ? lake.ReadOnlyAdministrators : [],
            Grants = grants,
        }));

    private bool IsOwn(LakeResource resource) => resource.CatalogId?.StartsWith(accountId, StringComparison.Ordinal) == true;

    // Who holds something by LF-Tags on one of a database's tables.
    private IEnumerable<string> TaggedInside(ListedFacts shared, IEnumerable<GlueTable> tables, Dictionary<LakeResource, ListedTags> tags)
    {
        var grants = shared.TaggedGrants
            .Where(grant => grant.Resource is { ResourceType: TaggedResourceType.Table, TagExpression: not null }).ToList();
        if (grants.Count == 0) return [];
        var all = tables.SelectMany(table =>
        {
            var ofTable = tags[LakeResource.Table(table.DatabaseName, table.Name, accountId)];
            var columns = table.Column.Concat(table.PartitionKey).Select(column => column.Name.ToLowerInvariant()).ToList();
            return columns.Count == 0 ? [ofTable.Of(isTable: true, null)] : columns.Select(column => ofTable.Of(isTable: true, column));
        }).ToList();
        return grants.Where(grant => all.Exists(grant.Resource.TagExpression!.Matches)).Select(grant => grant.Principal);
    }

    // What is outside of databases: the catalog, the locations, and whatever is named by LF-Tags; each where somebody holds
    // something on it.
    private IEnumerable<(LakeResource, ListedFacts)> OfLake(IReadOnlyList<LakeGrant> grants, ListedFacts lake, ListedFacts shared)
    {
        var catalog = LakeResource.Catalog(accountId);
        yield return (catalog, lake with { Grants = [.. grants.Where(grant => grant.Resource == catalog)] });
        var locations = grants.Where(grant => grant.Resource.Kind == ResourceKind.DataLocation).ToList();
        foreach (var location in locations.Select(grant => grant.Resource).Distinct()
            .OrderBy(resource => resource.DataLocation, StringComparer.Ordinal))
            yield return (location, lake with { Grants = locations });
        foreach (var tag in grants.Where(grant => grant.Resource.Kind is ResourceKind.Tag or ResourceKind.NamedTagExpression)
            .GroupBy(grant => grant.Resource).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
            yield return (tag.Key, lake with { Grants = [.. tag] });
        foreach (var tagged in shared.TaggedGrants.Select(grant => grant.Resource).Distinct()
            .OrderBy(resource => resource.ToString(), StringComparer.Ordinal))
            yield return (tagged, lake with { TaggedGrants = shared.TaggedGrants });
    }

    private async Task<List<string>> DatabasesAsync(IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        var service = new DatabaseService(connection);
        var patterns = wanted.Select(name => new KeyPattern(name.ToLowerInvariant())).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns.Where(pattern => !pattern.HasWildcards))
            found.Add(Noted(await service.GetAsync(pattern.Prefix, accountId, cancellationToken).ConfigureAwait(false)));
        if (wanted.Count == 0 || patterns.Exists(pattern => pattern.HasWildcards))
        {
            await foreach (var database in service.ListAsync(accountId, cancellationToken).ConfigureAwait(false))
                if (Noted(database) is var name
                    && (wanted.Count == 0 || patterns.Exists(pattern => pattern.IsMatch(name)))) found.Add(name);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private string Noted(GlueDatabase database)
    {
        var name = database.Name.ToLowerInvariant();
        if (database.IsResourceLink) _links.Add(name);
        _details[LakeResource.Database(name, accountId)] = new ReportDetail(
            database.Description, Target: database.IsResourceLink ? database.TargetDatabaseName : null);
        return name;
    }

    private async Task<List<GlueTable>> TablesAsync(List<string> databases, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var tables = new List<GlueTable>();
        var done = 0;
        await foreach (var found in SideBySide.RunAsync(databases, CallsAtATime, OfDatabaseAsync, cancellationToken).ConfigureAwait(false))
        {
            tables.AddRange(found.OrderBy(table => table.Name, StringComparer.Ordinal));
            progress?.Report(new LakeProgress(Activity, $"{tables.Count} tables", ++done, databases.Count));
        }

        return tables;
    }

    private async Task<List<GlueTable>> OfDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        var found = new List<GlueTable>();
        await foreach (var table in new TableService(connection).ListAsync(database, null, accountId, cancellationToken)
            .ConfigureAwait(false)) found.Add(table);
        return found;
    }

    // No documentation says that the list of everything has the grants on data filters in it, so these are asked for once more.
    private async Task<IReadOnlyList<LakeGrant>> GrantsAsync(IEnumerable<LakeResource> filters, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var grants = new List<LakeGrant>();
        await _reader.Lists.OrUnreadAsync("the list of all grants", grants, async () =>
        {
            await foreach (var listed in new GrantReader(connection).ListEntriesAsync(accountId, null, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
            {
                grants.Add(listed.Grant);
                _listed.Add(listed);
                progress?.Report(new LakeProgress(Activity, $"{grants.Count} grants"));
            }

            return grants;
        }).ConfigureAwait(false);
        await foreach (var found in SideBySide.RunAsync(filters, CallsAtATime, (filter, cancel) =>
            _reader.Lists.GrantsAsync([filter], cancel), cancellationToken).ConfigureAwait(false))
            grants.AddRange(found);
        return CanonicalGrants.FromListed(grants, accountId);
    }

    private async Task<ILookup<(string Principal, string? Database), ListedGrant>> ListedAsync(CancellationToken cancellationToken)
    {
        var entries = new List<ListedGrant>();
        foreach (var listed in _listed.Where(listed => listed.LastUpdated is not null || listed.LastUpdatedBy is not null))
        {
            var resource = listed.Grant.Resource.Canonical(accountId);
            if (resource is { TagExpression: null, TagExpressionName: { } name, ResourceType: { } type }
                && await _reader.Lists.ResolveAsync(name, cancellationToken).ConfigureAwait(false) is { } expression)
                resource = LakeResource.Tagged(type, expression, resource.CatalogId);
            entries.Add(listed with { Grant = listed.Grant with { Resource = resource } });
        }

        return entries.ToLookup(listed => (listed.Grant.Principal, listed.Grant.Resource.DatabaseName));
    }

    private async Task<Dictionary<LakeResource, ListedTags>> TagsAsync(ListedFacts shared, List<string> databases, List<GlueTable> tables,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        List<LakeResource> things = [.. databases.Select(name => LakeResource.Database(name, accountId)),
            .. tables.Select(table => LakeResource.Table(table.DatabaseName, table.Name, accountId))];
        var tags = new Dictionary<LakeResource, ListedTags>();
        var isTagged = shared.TaggedGrants.Count > 0
            || await _reader.Lists.OrUnreadAsync("the LF-Tags", false, () => HasTagsAsync(cancellationToken)).ConfigureAwait(false);
        var reading = SideBySide.RunAsync(isTagged ? things : [], CallsAtATime, async (thing, cancel) =>
            (thing, await _reader.Lists.TagsAsync(thing, cancel).ConfigureAwait(false)), cancellationToken);
        await foreach (var (thing, found) in reading.ConfigureAwait(false))
        {
            tags[thing] = found;
            progress?.Report(new LakeProgress(Activity, "LF-Tags", tags.Count, things.Count));
        }

        foreach (var thing in things) tags.TryAdd(thing, ListedTags.None);
        return tags;
    }

    // IAM is asked only where a condition hangs on it.
    private async Task<Dictionary<string, PrincipalTags>> PrincipalTagsAsync(IReadOnlyList<LakeGrant> grants, ListedFacts shared,
        List<string> principals, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var all = shared with { Grants = grants };
        var asked = principals.Where(all.HasConditionFor).ToList();
        var tags = new Dictionary<string, PrincipalTags>(StringComparer.Ordinal);
        var reading = SideBySide.RunAsync(asked, CallsAtATime, async (principal, cancel) =>
            (principal, await new PrincipalTagReader(connection).ReadAsync(principal, cancel).ConfigureAwait(false)), cancellationToken);
        await foreach (var (principal, found) in reading.ConfigureAwait(false))
        {
            tags[principal] = found;
            progress?.Report(new LakeProgress(Activity, "tags of principals", tags.Count, asked.Count));
        }

        return tags;
    }

    private async Task<bool> HasTagsAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in new TagService(connection).ListAsync(accountId, cancellationToken).ConfigureAwait(false)) return true;
        return false;
    }

    private List<string> Everybody(IReadOnlyList<LakeGrant> grants, ListedFacts shared, List<GlueTable> tables) =>
    [
        .. grants.Concat(shared.TaggedGrants).Select(grant => grant.Principal)
            .Concat(shared.Administrators).Concat(shared.ReadOnlyAdministrators).Concat(shared.OptIns.Select(optIn => optIn.Principal))
            .Concat(tables.Select(table => table.CreatedBy).OfType<string>().Where(creator => LakePrincipal.TryParse(creator, out _)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
