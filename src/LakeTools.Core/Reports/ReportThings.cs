using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>Groups the lists of a lake by resource, with the facts for questions about each. Has no side effects.</summary>
/// <param name="lists">The lists.</param>
/// <param name="principalTags">The tags of principals that conditions ask for.</param>
internal sealed class ReportThings(ReportLists lists, IReadOnlyDictionary<string, PrincipalTags> principalTags)
{
    private readonly string _account = lists.Lake.AccountId;
    private readonly ListedFacts _lake = lists.Lake with { PrincipalTags = principalTags };
    private readonly ListedFacts _shared = lists.Shared with { PrincipalTags = principalTags };

    /// <summary>The resources in the order of the page.</summary>
    /// <returns>Each with its facts.</returns>
    public List<(LakeResource Resource, ListedFacts Facts)> ToList()
    {
        var grants = lists.Grants.Where(grant => grant.Resource.CatalogId == _account).ToList();
        var byDatabase = grants.Where(grant => grant.Resource.DatabaseName is not null)
            .ToLookup(grant => grant.Resource.DatabaseName!, StringComparer.Ordinal);
        var filtersOf = lists.Filters.Where(found => found.Filter.Canonical(_account).CatalogId == _account)
            .ToLookup(found => (found.Filter.DatabaseName, found.Filter.TableName), found => found.Rule);
        var tablesOf = lists.Tables.ToLookup(table => table.DatabaseName, StringComparer.Ordinal);
        var things = new List<(LakeResource, ListedFacts)>();
        if (lists.IsWholeLake) things.AddRange(OfLake(grants).Concat(Elsewhere([.. lists.Grants.Except(grants)])));
        foreach (var name in lists.Databases)
        {
            var database = LakeResource.Database(name, _account);
            var inside = byDatabase[name].ToLookup(grant =>
                grant.Resource.Kind == ResourceKind.AllTables ? "" : grant.Resource.TableName, StringComparer.Ordinal);
            things.Add((database, _shared with
            {
                Grants = [.. byDatabase[name].Where(grant => grant.Resource == database)],
                Tags = lists.Tags[database],
                Inside = byDatabase[name].Where(grant => grant.Resource.Kind != ResourceKind.Database && grant.Condition is null)
                    .Select(grant => grant.Principal)
                    .Concat(TaggedInside(tablesOf[name])).ToHashSet(StringComparer.Ordinal),
                TableCreators = tablesOf[name].Select(table => table.CreatedBy).OfType<string>().Select(LakePrincipal.WithoutPath)
                    .ToHashSet(StringComparer.Ordinal),
            }));
            if (inside[""].Any()) things.Add((LakeResource.AllTables(name, _account), _lake with { Grants = [.. inside[""]] }));
            foreach (var table in tablesOf[name])
            {
                var resource = LakeResource.Table(name, table.Name, _account);
                things.Add((resource, _shared with
                {
                    Grants = [.. inside[""], .. inside[resource.TableName]],
                    Tags = lists.Tags[resource],
                    Columns = [.. table.Column.Concat(table.PartitionKey).Select(column => column.Name.ToLowerInvariant())],
                    PartitionKeys = [.. table.PartitionKey.Select(column => column.Name.ToLowerInvariant())],
                    Filters = [.. filtersOf[(name, resource.TableName)]],
                    Creators = table.CreatedBy is { } creator
                        ? new Dictionary<LakeResource, string> { [resource] = creator } : _shared.Creators,
                }));
            }
        }

        return things;
    }

    // Resources in other catalogs of the account and in other accounts, if this account has a grant on them. It does not know what else is
    // there, or what other accounts grant on it.
    private IEnumerable<(LakeResource, ListedFacts)> Elsewhere(List<LakeGrant> grants) => grants
        .Select(grant => grant.Resource is { TableName: { } table, DatabaseName: { } database, CatalogId: var catalog }
            && !LakeResource.IsAllTables(table) ? LakeResource.Table(database, table, catalog) : grant.Resource)
        .Distinct()
        .OrderBy(resource => resource.CatalogId, StringComparer.Ordinal).ThenBy(resource => resource.ToString(), StringComparer.Ordinal)
        .Select(resource => (resource, _lake with
        {
            AccountId = resource.CatalogId![..12],
            // The administrators of this account are not administrators of another one.
            Administrators = IsOwn(resource) ? _lake.Administrators : [],
            ReadOnlyAdministrators = IsOwn(resource) ? _lake.ReadOnlyAdministrators : [],
            Grants = grants,
        }));

    private bool IsOwn(LakeResource resource) => resource.CatalogId?.StartsWith(_account, StringComparison.Ordinal) == true;

    // The principals with a permission by LF-Tags on one of a database's tables.
    private IEnumerable<string> TaggedInside(IEnumerable<GlueTable> tables)
    {
        var grants = lists.TaggedGrants
            .Where(grant => grant.Resource is { ResourceType: TaggedResourceType.Table, TagExpression: not null }).ToList();
        if (grants.Count == 0) return [];
        var all = tables.SelectMany(table =>
        {
            var ofTable = lists.Tags[LakeResource.Table(table.DatabaseName, table.Name, _account)];
            var columns = table.Column.Concat(table.PartitionKey).Select(column => column.Name.ToLowerInvariant()).ToList();
            return columns.Count == 0 ? [ofTable.Of(isTable: true, null)] : columns.Select(column => ofTable.Of(isTable: true, column));
        }).ToList();
        return grants.Where(grant => all.Exists(grant.Resource.TagExpression!.Matches)).Select(grant => grant.Principal);
    }

    // The resources outside of databases: the catalog, the locations, and resources that are named by LF-Tags; each if somebody has a
    // permission on it.
    private IEnumerable<(LakeResource, ListedFacts)> OfLake(IReadOnlyList<LakeGrant> grants)
    {
        var catalog = LakeResource.Catalog(_account);
        yield return (catalog, _lake with { Grants = [.. grants.Where(grant => grant.Resource == catalog)] });
        var locations = grants.Where(grant => grant.Resource.Kind == ResourceKind.DataLocation).ToList();
        foreach (var location in locations.Select(grant => grant.Resource).Distinct()
            .OrderBy(resource => resource.DataLocation, StringComparer.Ordinal))
            yield return (location, _lake with { Grants = locations });
        foreach (var tag in grants.Where(grant => grant.Resource.Kind is ResourceKind.Tag or ResourceKind.NamedTagExpression)
            .GroupBy(grant => grant.Resource).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
            yield return (tag.Key, _lake with { Grants = [.. tag] });
        foreach (var tagged in lists.TaggedGrants.Select(grant => grant.Resource).Distinct()
            .OrderBy(resource => resource.ToString(), StringComparer.Ordinal))
            yield return (tagged, _lake with { TaggedGrants = lists.TaggedGrants });
    }
}
