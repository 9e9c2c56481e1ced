using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Glue;
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
    /// <summary>The number of concurrent calls: well below the services' limits for one caller.</summary>
    public const int CallsAtATime = 8;

    /// <summary>The activity of the progress.</summary>
    public const string Activity = "Reading the lake";

    private readonly HashSet<string> _links = new(StringComparer.Ordinal); // databases whose tables are those of another one
    private readonly Dictionary<LakeResource, ReportDetail> _details = [];
    private readonly RemovedMeanwhile _meanwhile = new(connection);
    private readonly AccessFactsReader _reader = new(connection, accountId);
    private readonly GrantReader _grants = new(connection);
    private readonly List<ListedGrant> _listed = [];
    private readonly Dictionary<string, PrincipalTags> _principalTags = new(StringComparer.Ordinal);

    /// <summary>Reads the lists.</summary>
    /// <param name="options">The scope of the report.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The lists.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, and what the service refuses.</exception>
    public async Task<ReportLists> ReadAsync(ReportOptions options, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var lake = await _reader.OfLakeAsync(cancellationToken).ConfigureAwait(false);
        var shared = await _reader.SharedAsync(lake, cancellationToken).ConfigureAwait(false);
        var databases = await DatabasesAsync(options.Databases, cancellationToken).ConfigureAwait(false);
        var tables = await TablesAsync([.. databases.Except(_links)], progress, cancellationToken).ConfigureAwait(false);
        var filters = await _reader.Lists.FiltersAsync(null, cancellationToken).ConfigureAwait(false);
        var grants = await GrantsAsync(filters.Select(found => found.Filter), progress, cancellationToken).ConfigureAwait(false);
        return new ReportLists
        {
            Lake = lake,
            OptIns = shared.OptIns,
            TaggedGrants = shared.TaggedGrants,
            Grants = grants,
            Databases = databases,
            Tables = tables,
            Filters = filters,
            Tags = await TagsAsync(shared, databases, tables, progress, cancellationToken).ConfigureAwait(false),
            Details = _details,
            IsWholeLake = options.Databases.Count == 0,
        };
    }

    /// <summary>Puts the lists together, and adds what no list has: the tags of principals, and who created a database.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The facts.</returns>
    public async Task<ReportFacts> FactsAsync(ReportLists lists, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var principals = lists.Everybody();
        await ReadPrincipalTagsAsync(lists, principals, progress, cancellationToken).ConfigureAwait(false);
        var things = new ReportThings(lists, _principalTags).ToList();
        return new ReportFacts
        {
            AccountId = accountId,
            Principals = principals,
            Things = await new DatabaseCreators(_reader.Lists, accountId).AddToAsync(things, principals, progress, cancellationToken)
                .ConfigureAwait(false),
            Details = lists.Details,
            Listed = await ListedAsync(cancellationToken).ConfigureAwait(false),
            GrantCount = lists.IsWholeLake ? lists.Grants.Count : lists.Grants.Count(grant =>
                grant.Resource.CatalogId == accountId && grant.Resource.DatabaseName is { } database && lists.Databases.Contains(database)),
            Unread = _reader.Lists.Unread,
            LeftOut = _grants.LeftOut.Text("grant"),
        };
    }

    /// <summary>Combines the lists of an earlier state of the lake. The creators of databases are the current ones.</summary>
    /// <param name="then">The earlier lists.</param>
    /// <param name="now">The current facts.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The earlier facts.</returns>
    public async Task<ReportFacts> FactsAsync(ReportLists then, ReportFacts now, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var principals = then.Everybody();
        await ReadPrincipalTagsAsync(then, principals, progress, cancellationToken).ConfigureAwait(false);
        var creators = now.Things.Where(thing => thing.Resource.Kind == ResourceKind.Database)
            .ToDictionary(thing => thing.Resource, thing => thing.Facts.Creators);
        return now with
        {
            Principals = principals,
            Things = [.. new ReportThings(then, Over(_principalTags, then.PrincipalTags)).ToList().Select(thing =>
                (thing.Resource, creators.TryGetValue(thing.Resource, out var known)
                    ? thing.Facts with { Creators = known } : thing.Facts))],
            Details = then.Details,
        };
    }

    /// <summary>The expression with a name.</summary>
    /// <param name="name">A saved expression's name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The expression. Null if there is none, or if the caller may not read it.</returns>
    public Task<TagExpression?> ResolveAsync(string name, CancellationToken cancellationToken) =>
        _reader.Lists.ResolveAsync(name, cancellationToken);

    private static Dictionary<string, PrincipalTags> Over(
        Dictionary<string, PrincipalTags> tags, IReadOnlyDictionary<string, PrincipalTags> others)
    {
        var over = new Dictionary<string, PrincipalTags>(tags, StringComparer.Ordinal);
        foreach (var (principal, found) in others) over[principal] = found;
        return over;
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
            foreach (var table in found) _details[LakeResource.Table(table.DatabaseName, table.Name, accountId)] = ReportDetail.Of(table);
            progress?.Report(new LakeProgress(Activity, $"{tables.Count} tables", ++done, databases.Count));
        }

        return tables;
    }

    private async Task<List<GlueTable>> OfDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        var found = new List<GlueTable>();
        var tables = new TableService(connection).ListAsync(database, null, accountId, cancellationToken);
        await foreach (var table in _meanwhile.ListAsync(LakeResource.Database(database, accountId), tables, cancellationToken)
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
            await foreach (var listed in _grants.ListEntriesAsync(accountId, null, cancellationToken: cancellationToken)
                .ConfigureAwait(false))
            {
                grants.Add(listed.Grant);
                _listed.Add(listed);
                progress?.Report(new LakeProgress(Activity, $"{grants.Count} grants"));
            }

            return grants;
        }).ConfigureAwait(false);
        await foreach (var found in SideBySide.RunAsync(filters, CallsAtATime, (filter, cancel) =>
            _meanwhile.ReadAsync(filter, () => _reader.Lists.GrantsAsync([filter], cancel), [], cancel), cancellationToken)
            .ConfigureAwait(false))
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
            (thing, await _meanwhile.ReadAsync(thing, () => _reader.Lists.TagsAsync(thing, cancel), ListedTags.None, cancel)
                .ConfigureAwait(false)), cancellationToken);
        await foreach (var (thing, found) in reading.ConfigureAwait(false))
        {
            tags[thing] = found;
            progress?.Report(new LakeProgress(Activity, "LF-Tags", tags.Count, things.Count));
        }

        foreach (var thing in things) tags.TryAdd(thing, ListedTags.None);
        return tags;
    }

    // IAM is asked only where a condition depends on it.
    private async Task ReadPrincipalTagsAsync(ReportLists lists, IReadOnlyList<string> principals, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var all = lists.Shared with { Grants = lists.Grants };
        var asked = principals.Where(principal => all.HasConditionFor(principal) && !_principalTags.ContainsKey(principal)).ToList();
        var done = 0;
        var reading = SideBySide.RunAsync(asked, CallsAtATime, async (principal, cancel) =>
            (principal, await new PrincipalTagReader(connection).ReadAsync(principal, cancel).ConfigureAwait(false)), cancellationToken);
        await foreach (var (principal, found) in reading.ConfigureAwait(false))
        {
            _principalTags[principal] = found;
            progress?.Report(new LakeProgress(Activity, "tags of principals", ++done, asked.Count));
        }
    }

    private async Task<bool> HasTagsAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in new TagService(connection).ListAsync(accountId, cancellationToken).ConfigureAwait(false)) return true;
        return false;
    }
}
