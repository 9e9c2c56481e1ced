using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>Who may do what with a thing, and why. Pure: what it knows comes from <see cref="ILakeFacts"/>.</summary>
/// <remarks>
/// <para>
/// Rights come from six sources, and a decision is their union: the list of administrators, having made the thing, grants that name it,
/// grants of SUPER_USER on a catalog beside the account's own that contains it, grants on expressions of LF-tags that it matches, and the
/// group IAM_ALLOWED_PRINCIPALS, whose grants leave the decision to IAM. Nothing takes rights away, so that removing a grant can never
/// widen what somebody may do; only an opt-in (hybrid access) closes the last source, for the principal that opted in. A grant with a
/// condition counts where the principal's tags meet it; where that cannot be decided, it does not count, and an opt-in does.
/// </para>
/// <para>
/// Sources: AWS Lake Formation developer guide, "Implicit Lake Formation permissions", "Metadata access control", "Lake Formation tag-based
/// access control" and "Hybrid access mode".
/// </para>
/// </remarks>
/// <param name="facts">The lake.</param>
/// <param name="principal">Who acts: the ARN of a user or a role.</param>
public sealed class AccessDecision(ILakeFacts facts, string principal)
{
    private readonly RightsSources _sources = new(facts, principal);

    /// <summary>Whose grants count: the principal's own, and those to every IAM principal of its account.</summary>
    public IReadOnlyCollection<string> Principals => _sources.Principals;

    /// <summary>Whether the principal is a data lake administrator with write rights.</summary>
    public bool IsAdministrator => _sources.IsAdministrator;

    /// <summary>Rights on the account's catalog.</summary>
    /// <returns>The rights.</returns>
    public LakeRights OnCatalog() => OnCatalog(LakeResource.Catalog(facts.AccountId));

    /// <summary>Rights on a database of the account's catalog.</summary>
    /// <param name="database">Its name.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnDatabase(string database) => OnDatabase(LakeResource.Database(database, facts.AccountId));

    /// <summary>Rights on a table of the account's catalog.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnTable(string database, string table) => OnTable(LakeResource.Table(database, table, facts.AccountId));

    /// <summary>Rights on a location in S3, as making or moving a table there needs.</summary>
    /// <param name="location">An ARN or URI.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnLocation(string location)
    {
        var found = new RightsBuilder(LakeResource.Location(location, facts.AccountId));
        _sources.Administrator(found, PermissionSet.DataLocationAccess);
        _sources.Named(found);
        return found.Build();
    }

    /// <summary>Rights on an LF-tag: on all of the values that are asked about.</summary>
    /// <param name="tag">The tag with its values; <c>*</c> is every value.</param>
    /// <returns>The rights.</returns>
    public LakeRights OnTag(LakeResource tag) => new TagRights(facts, _sources).OnTag(tag);

    /// <summary>Rights on anything that grants can be on.</summary>
    /// <param name="resource">The thing; without a catalog, or with the account's own one, it is the account's.</param>
    /// <returns>The rights.</returns>
    public LakeRights On(LakeResource resource)
    {
        // What is in a catalog beside the account's own stays there; anything else is in the catalog that the facts are about.
        var catalog = resource.IsNested ? resource.CatalogId : facts.AccountId;
        switch (resource.Kind)
        {
            case ResourceKind.Catalog or ResourceKind.NestedCatalog:
                return OnCatalog(resource);
            case ResourceKind.Database:
                return OnDatabase(LakeResource.Database(resource.DatabaseName!, catalog));
            case ResourceKind.Table or ResourceKind.Columns when !LakeResource.IsAllTables(resource.TableName):
                return OnTable(LakeResource.Table(resource.DatabaseName!, resource.TableName!, catalog));
            case ResourceKind.AllTables or ResourceKind.Columns:
                return OnAllTables(LakeResource.AllTables(resource.DatabaseName!, catalog));
            case ResourceKind.DataLocation:
                return OnLocation(resource.DataLocation!);
            case ResourceKind.Tag:
                return OnTag(resource);
            case ResourceKind.TagExpression:
                return new TagRights(facts, _sources).OnTagged(resource);
            default:
                var found = new RightsBuilder(resource);
                // An administrator changes and deletes any named expression (API reference, DeleteLFTagExpression).
                _sources.Administrator(found, resource.Kind == ResourceKind.NamedTagExpression
                    ? PermissionSet.Describe | RightsSources.KeyPermissions : PermissionSet.Describe);
                _sources.Creator(found);
                _sources.Named(found);
                return found.Build();
        }
    }

    /// <summary>Whether the principal may make a grant: administrators may make any, others what they hold with the grant option.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>True where they may.</returns>
    public bool MayGrant(LakeGrant grant) => new GrantAuthority(facts, this).Takes(grant);

    private LakeRights OnDatabase(LakeResource database)
    {
        var found = new RightsBuilder(database);
        _sources.Administrator(found, PermissionSet.Describe);
        _sources.Creator(found);
        _sources.Named(found);
        _sources.Containing(found);
        foreach (var grant in _sources.Met(facts.TagGrants(TaggedResourceType.Database, Principals), found))
            if (grant.Resource.TagExpression!.Matches(facts.TagsOf(database, null)))
                found.Add(grant, AccessReasonKind.TagGrant);
        if ((found.Permissions & PermissionSet.Describe) == 0 && facts.HasTableOf(database, principal))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.TableCreator,
                $"{principal} made a table of it, which shows {database}.");
        if ((found.Permissions & PermissionSet.Describe) == 0
            && facts.HasGrantInside(database, found.IsOptedIn ? Principals : [.. Principals, LakePrincipal.IamAllowedPrincipalsId]))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.GrantInside,
                $"A grant on a table of it shows {database}.");
        return found.Build();
    }

    private LakeRights OnTable(LakeResource table)
    {
        var found = new RightsBuilder(table);
        _sources.Administrator(found, PermissionSet.Describe);
        _sources.Creator(found);
        _sources.Named(found);
        _sources.Containing(found);
        _sources.Tagged(found);
        return found.Build(() => facts.ColumnsOf(table), () => facts.PartitionKeysOf(table));
    }

    // All tables of a database as one thing, as a grant on them needs.
    private LakeRights OnAllTables(LakeResource tables)
    {
        var found = new RightsBuilder(tables);
        _sources.Administrator(found, PermissionSet.Describe);
        _sources.Named(found);
        _sources.Containing(found);
        return found.Build();
    }

    private LakeRights OnCatalog(LakeResource catalog)
    {
        var found = new RightsBuilder(catalog);
        // An administrator may create databases (developer guide, implicit permissions).
        _sources.Administrator(found, PermissionRules.Taken(catalog) & (
            PermissionSet.Describe | PermissionSet.CreateDatabase | PermissionSet.CreateLFTag
            | PermissionSet.CreateLFTagExpression | PermissionSet.CreateCatalog));
        _sources.Creator(found);
        _sources.Named(found);
        _sources.Containing(found);
        return found.Build();
    }
}
