using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Access;

/// <summary>The permissions of a principal on a resource, and their reasons. Pure: all data comes from <see cref="ILakeFacts"/>.</summary>
/// <remarks>
/// <para>
/// Permissions come from six sources, and a decision is their union: the list of administrators, the creator of the resource, grants that
/// name it, grants of SUPER_USER on a nested catalog that contains it, grants on LF-Tag expressions that it matches, and the
/// group IAM_ALLOWED_PRINCIPALS, whose grants leave the decision to IAM. No source removes permissions, so removing a grant never
/// adds permissions. Only an opt-in (hybrid access mode) disables the last source for its principal. A grant with a condition applies
/// if the tags of the principal meet it. If this cannot be evaluated, the grant does not apply, and an opt-in applies.
/// </para>
/// <para>
/// Sources: AWS Lake Formation developer guide, "Implicit Lake Formation permissions", "Metadata access control", "Lake Formation tag-based
/// access control" and "Hybrid access mode".
/// </para>
/// </remarks>
/// <param name="facts">The lake.</param>
/// <param name="principal">The ARN of a user or a role.</param>
public sealed class AccessDecision(ILakeFacts facts, string principal)
{
    private readonly RightsSources _sources = new(facts, principal);

    /// <summary>The principals whose grants apply: the principal itself, and all IAM principals of its account.</summary>
    public IReadOnlyCollection<string> Principals => _sources.Principals;

    /// <summary>Whether the principal is a data lake administrator that is not read-only.</summary>
    public bool IsAdministrator => _sources.IsAdministrator;

    /// <summary>Permissions on the account's catalog.</summary>
    /// <returns>The permissions.</returns>
    public LakeRights OnCatalog() => OnCatalog(LakeResource.Catalog(facts.AccountId));

    /// <summary>Permissions on a database of the account's catalog.</summary>
    /// <param name="database">Its name.</param>
    /// <returns>The permissions.</returns>
    public LakeRights OnDatabase(string database) => OnDatabase(LakeResource.Database(database, facts.AccountId));

    /// <summary>Permissions on a table of the account's catalog.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <returns>The permissions.</returns>
    public LakeRights OnTable(string database, string table) => OnTable(LakeResource.Table(database, table, facts.AccountId));

    /// <summary>Permissions on a location in S3, which are required to create a table there or to move one to it.</summary>
    /// <param name="location">An ARN.</param>
    /// <returns>The permissions.</returns>
    public LakeRights OnLocation(string location)
    {
        var found = new RightsBuilder(LakeResource.Location(location, facts.AccountId));
        _sources.Administrator(found, PermissionSet.DataLocationAccess);
        _sources.Named(found);
        return found.Build();
    }

    /// <summary>Permissions on an LF-Tag: on all of the specified values.</summary>
    /// <param name="tag">The tag with its values; <c>*</c> for all values.</param>
    /// <returns>The permissions.</returns>
    public LakeRights OnTag(LakeResource tag) => new TagRights(facts, _sources).OnTag(tag);

    /// <summary>Permissions on any resource.</summary>
    /// <param name="resource">The resource; without a catalog, or with the account's own one, it is the account's.</param>
    /// <returns>The permissions.</returns>
    public LakeRights On(LakeResource resource)
    {
        // A resource in a nested catalog keeps its catalog; all others are in the catalog of the facts.
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

    /// <summary>Whether the principal can make a grant: administrators any, others those that they have with the grant option.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>True if it can.</returns>
    public bool MayGrant(LakeGrant grant) => new GrantAuthority(facts, this).Takes(grant);

    private LakeRights OnDatabase(LakeResource database)
    {
        var found = new RightsBuilder(database);
        _sources.Administrator(found, PermissionSet.Describe);
        _sources.Creator(found);
        _sources.Named(found);
        _sources.Containing(found);
        foreach (var grant in _sources.Met(facts.TagGrants(TaggedResourceType.Database, Principals), found))
            if (grant.Resource.TagExpression?.Matches(facts.TagsOf(database, null)) == true)
                found.Add(grant, AccessReasonKind.TagGrant);
        if ((found.Permissions & PermissionSet.Describe) == 0 && facts.HasTableOf(database, principal))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.TableCreator,
                $"{principal} created a table of it, which makes {database} visible.");
        if ((found.Permissions & PermissionSet.Describe) == 0
            && facts.HasGrantInside(database, found.IsOptedIn ? Principals : [.. Principals, LakePrincipal.IamAllowedPrincipalsId]))
            found.Add(PermissionSet.Describe, PermissionSet.None, AccessReasonKind.GrantInside,
                $"A grant on a table of it makes {database} visible.");
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

    // All tables of a database as one resource, for grants on all tables.
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
        // An administrator can create databases (developer guide, implicit permissions).
        _sources.Administrator(found, PermissionRules.Taken(catalog) & (
            PermissionSet.Describe | PermissionSet.CreateDatabase | PermissionSet.CreateLFTag
            | PermissionSet.CreateLFTagExpression | PermissionSet.CreateCatalog));
        _sources.Creator(found);
        _sources.Named(found);
        _sources.Containing(found);
        return found.Build();
    }
}
