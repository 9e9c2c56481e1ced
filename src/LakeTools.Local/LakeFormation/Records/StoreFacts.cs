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

/// <summary>The facts for decisions, read from the lake's store in one transaction.</summary>
/// <param name="session">The transaction.</param>
/// <param name="lake">The lake.</param>
/// <param name="caller">The caller: the tags of the session override those of its role. Null if another principal is examined.</param>
internal sealed class StoreFacts(StoreSession session, LakeContext lake, Caller? caller = null) : ILakeFacts
{
    private static readonly IReadOnlyDictionary<string, string> s_noTags = new Dictionary<string, string>();

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
        _ when resource.IsNested => null,
        ResourceKind.NestedCatalog => CatalogStore.CreatorOfCatalog(session, lake.AccountId, resource.CatalogId!),
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

    public bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals) =>
        _grants.AnyInside(database.DatabaseName!, principals, database.CatalogId)
        || IsTaggedInside(database, [.. TagGrants(TaggedResourceType.Table, principals).Select(grant => grant.Resource.TagExpression!)]);

    public bool HasTableOf(LakeResource database, string principal) =>
        !database.IsNested && CatalogStore.TablesMadeBy(session, principal, database.DatabaseName!, "", 1).Count > 0;

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals)
    {
        // A list of tables asks for every one of them.
        var key = (type, string.Join(' ', principals));
        if (!_tagGrants.TryGetValue(key, out var grants))
            _tagGrants.Add(key, grants = [.. _grants.OfKind(ResourceKind.TagExpression, principals)
                .Where(grant => grant.Resource.ResourceType == type).Select(Resolve).OfType<LakeGrant>()]);
        return grants;
    }

    public IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column) => thing.IsNested
        ? s_noTags : TagsOf(thing.DatabaseName!, thing.TableName, column);

    private IReadOnlyDictionary<string, string> TagsOf(string database, string? table, string? column)
    {
        if (_tags is not { } known || known.Database != database || known.Table != (table ?? ""))
            _tags = known = (database, table ?? "", new TableTags(session, database, table ?? ""));
        return table is null ? known.Tags.OnDatabase : column is null ? known.Tags.OnTable : known.Tags.On(column);
    }

    // Only the source of a catalog besides the account's own knows the columns in it, and the lake does not reach it.
    public IReadOnlyList<string> ColumnsOf(LakeResource table) => table.IsNested
        ? [] : CatalogStore.ColumnsOf(session, table.DatabaseName!, table.TableName!);

    public IReadOnlyList<string> PartitionKeysOf(LakeResource table) => table.IsNested
        ? [] : CatalogStore.FindTable(session, table.DatabaseName!, table.TableName!)?.PartitionKeys ?? [];

    public DataFilterRule? FilterOf(LakeResource filter) => filter.IsNested ? null
        : DataFilters.Find(session, filter.DatabaseName!, filter.TableName!, filter.FilterName!)?.ToRule()
            .WithKeys(PartitionKeysOf(filter));

    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        var optIns = new OptIns(session, lake.AccountId);
        var found = new List<string?>();
        foreach (var principal in principals)
        {
            found.AddRange(optIns.Conditions(principal, resource.Canonical(lake.AccountId)));
            if (resource.Kind == ResourceKind.Table)
                found.AddRange(optIns.Conditions(principal, 
                    LakeResource.AllTables(resource.DatabaseName!, resource.CatalogId ?? lake.AccountId)));
        }

        return found;
    }

    // A role or user that was not created in this lake has no tags.
    public PrincipalTags TagsOfPrincipal(string principal)
    {
        var recorded = PrincipalArn.TryParse(principal) is { } arn && arn.AccountId == lake.AccountId
            ? (arn.Kind == "role" ? IamKind.Role : IamKind.User).Find(session, arn.Name)?.Tags : null;
        return PrincipalTags.Of([.. recorded ?? new Dictionary<string, string>(),
            .. caller is { Tags: { } own } && caller.PrincipalArn == principal ? own.Values : new Dictionary<string, string>()]);
    }

    // Tables without LF-Tags of their own are all tagged as their database is: one of them represents all.
    internal bool IsTaggedInside(LakeResource database, List<TagExpression> expressions) => expressions.Count > 0 && !database.IsNested
        && TagAssignments.TablesOf(session, database.DatabaseName!).Any(table =>
        {
            var columns = CatalogStore.ColumnsOf(session, database.DatabaseName!, table);
            return expressions.Exists(expression => columns.Count == 0
                ? expression.Matches(TagsOf(database.DatabaseName!, table, null))
                : columns.Any(column => expression.Matches(TagsOf(database.DatabaseName!, table, column))));
        });

    private LakeGrant? Resolve(LakeGrant grant)
    {
        if (grant.Resource.TagExpression is not null) return grant;
        return NamedExpressions.Find(session, grant.Resource.TagExpressionName!) is { } named
            ? grant with { Resource = grant.Resource with { TagExpression = named.Expression } }
            : null;
    }
}
