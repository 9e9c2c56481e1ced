using LakeTools.Local.Context;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.Store;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>What decisions must know, read from the lake's store within one transaction.</summary>
/// <param name="session">The transaction.</param>
/// <param name="lake">The lake.</param>
/// <param name="caller">Who asks: the tags of the session lie over those of its role. Null where somebody else is asked about.</param>
internal sealed class StoreFacts(StoreSession session, LakeContext lake, Caller? caller = null) : ILakeFacts
{
    private readonly GrantStore _grants = new(session, lake.AccountId);
    private readonly Dictionary<(TaggedResourceType Type, string Principals), IReadOnlyList<LakeGrant>> _tagGrants = [];
    private HashSet<string>? _administrators;
    private HashSet<string>? _readOnlyAdministrators;
    private (string Database, string Table, TableTags Tags)? _tags; // of the table that was asked about last

    public string AccountId => lake.AccountId;

    public bool IsAdministrator(string principal, bool readOnly)
    {
        if (_administrators is null)
        {
            var settings = LakeSettings.Read(session, lake);
            _administrators = [.. LakeSettings.Principals(settings, "DataLakeAdmins")];
            _readOnlyAdministrators = [.. LakeSettings.Principals(settings, "ReadOnlyAdmins")];
        }

        return (readOnly ? _readOnlyAdministrators! : _administrators).Contains(principal);
    }

    public string? CreatorOf(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Database => CatalogStore.CreatorOfDatabase(session, resource.DatabaseName!),
        ResourceKind.Table => CatalogStore.CreatorOfTable(session, resource.DatabaseName!, resource.TableName!),
        ResourceKind.Tag => TagStore.CreatorOf(session, resource.TagKey!),
        ResourceKind.NamedTagExpression => NamedExpressions.CreatorOf(session, resource.TagExpressionName!),
        _ => null,
    };

    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        _grants.Bearing(resource.Canonical(lake.AccountId), principals);

    /// <summary>The grants themselves.</summary>
    public GrantStore Grants => _grants;

    public bool HasGrantInside(string database, IReadOnlyCollection<string> principals) => _grants.AnyInside(database, principals)
        || IsTaggedInside(database, [.. TagGrants(TaggedResourceType.Table, principals).Select(grant => grant.Resource.TagExpression!)]);

    public bool HasTableOf(string database, string principal) =>
        CatalogStore.TablesMadeBy(session, principal, database, "", 1).Count > 0;

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals)
    {
        // A list of tables asks for every one of them.
        var key = (type, string.Join(' ', principals));
        if (!_tagGrants.TryGetValue(key, out var grants))
            _tagGrants.Add(key, grants = [.. _grants.OfKind(ResourceKind.TagExpression, principals)
                .Where(grant => grant.Resource.ResourceType == type).Select(Resolve).OfType<LakeGrant>()]);
        return grants;
    }

    public IReadOnlyDictionary<string, string> TagsOf(string database, string? table, string? column)
    {
        if (_tags is not { } known || known.Database != database || known.Table != (table ?? ""))
            _tags = known = (database, table ?? "", new TableTags(session, database, table ?? ""));
        return table is null ? known.Tags.OnDatabase : column is null ? known.Tags.OnTable : known.Tags.On(column);
    }

    public IReadOnlyList<string> ColumnsOf(string database, string table) => CatalogStore.ColumnsOf(session, database, table);

    public IReadOnlyList<string> PartitionKeysOf(string database, string table) =>
        CatalogStore.FindTable(session, database, table)?.PartitionKeys ?? [];

    public DataFilterRule? FilterOf(string database, string table, string name) =>
        DataFilters.Find(session, database, table, name)?.ToRule().WithKeys(PartitionKeysOf(database, table));

    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        var optIns = new OptIns(session, lake.AccountId);
        var found = new List<string?>();
        foreach (var principal in principals)
        {
            found.AddRange(optIns.Conditions(principal, resource.Canonical(lake.AccountId)));
            if (resource.Kind == ResourceKind.Table)
                found.AddRange(optIns.Conditions(principal, LakeResource.AllTables(resource.DatabaseName!, lake.AccountId)));
        }

        return found;
    }

    // A role or user that nobody made in this lake has no tags.
    public PrincipalTags TagsOfPrincipal(string principal)
    {
        var recorded = PrincipalArn.TryParse(principal) is { } arn && arn.AccountId == lake.AccountId
            ? (arn.Kind == "role" ? IamKind.Role : IamKind.User).Find(session, arn.Name)?.Tags : null;
        return PrincipalTags.Of([.. recorded ?? new Dictionary<string, string>(),
            .. caller is { Tags: { } own } && caller.PrincipalArn == principal ? own.Values : new Dictionary<string, string>()]);
    }

    // Tables without LF-tags of their own are all tagged as their database is: one of them stands for all.
    internal bool IsTaggedInside(string database, List<TagExpression> expressions) => expressions.Count > 0
        && TagAssignments.TablesOf(session, database).Any(table =>
        {
            var columns = ColumnsOf(database, table);
            return expressions.Exists(expression => columns.Count == 0
                ? expression.Matches(TagsOf(database, table, null))
                : columns.Any(column => expression.Matches(TagsOf(database, table, column))));
        });

    private LakeGrant? Resolve(LakeGrant grant)
    {
        if (grant.Resource.TagExpression is not null) return grant;
        return NamedExpressions.Find(session, grant.Resource.TagExpressionName!) is { } named
            ? grant with { Resource = grant.Resource with { TagExpression = named.Expression } }
            : null;
    }
}
