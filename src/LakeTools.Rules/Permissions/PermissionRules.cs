using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>The permissions that each kind of resource accepts, and the check whether Lake Formation can accept a request.</summary>
public static class PermissionRules
{
    private const PermissionSet DatabasePermissions =
        PermissionSet.All | PermissionSet.Alter | PermissionSet.CreateTable | PermissionSet.Describe | PermissionSet.Drop;

    private const PermissionSet CatalogPermissions =
        PermissionSet.All | PermissionSet.Alter | PermissionSet.CreateDatabase | PermissionSet.Describe | PermissionSet.Drop;

    // Permissions that only the account's own catalog accepts; no page says the same of ALL.
    private const PermissionSet OfAccount =
        PermissionSet.CreateCatalog | PermissionSet.CreateLFTag | PermissionSet.CreateLFTagExpression;

    private const PermissionSet TablePermissions = PermissionSet.All | PermissionSet.Alter | PermissionSet.Delete | PermissionSet.Describe
        | PermissionSet.Drop | PermissionSet.Insert | PermissionSet.Select;

    /// <summary>
    /// The permissions of each kind. Source: developer guide, Lake Formation permissions reference, if not noted. It has rows for a
    /// catalog and for the Data Catalog, which is one too: SUPER_USER alone is said not to be granted on that.
    /// CREATE_LF_TAG: guide, adding LF-Tag creators. CREATE_LF_TAG_EXPRESSION and CREATE_CATALOG on the catalog: the API's
    /// enumeration alone. Tag key: ALTER and DROP are the key's, the others its values', and the API has one resource for both.
    /// NamedTagExpression: guide, managing LF-Tag expressions. A single SELECT is all that columns take; a bare column wildcard
    /// is a table (same provider, filter.go).
    /// </summary>
    private static PermissionSet TakenBy(ResourceKind kind) => kind switch
    {
        ResourceKind.Catalog => CatalogPermissions | OfAccount,
        ResourceKind.NestedCatalog => CatalogPermissions | PermissionSet.SuperUser,
        ResourceKind.Database => DatabasePermissions,
        ResourceKind.Table => TablePermissions,
        ResourceKind.AllTables => TablePermissions,
        ResourceKind.Columns => PermissionSet.Select,
        ResourceKind.DataFilter => PermissionSet.Describe | PermissionSet.Drop | PermissionSet.Select,
        ResourceKind.DataLocation => PermissionSet.DataLocationAccess,
        ResourceKind.Tag => PermissionSet.Alter | PermissionSet.Drop | PermissionSet.Describe
            | PermissionSet.Associate | PermissionSet.GrantWithLFTagExpression,
        ResourceKind.NamedTagExpression => PermissionSet.All | PermissionSet.Describe | PermissionSet.Alter | PermissionSet.Drop
            | PermissionSet.GrantWithLFTagExpression,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The permissions that a resource takes.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The set; ALL is in it where it can be granted as such.</returns>
    public static PermissionSet Taken(LakeResource resource) => resource.Kind switch
    {
        ResourceKind.TagExpression => resource.ResourceType == TaggedResourceType.Database ? DatabasePermissions : TablePermissions,
        ResourceKind.Columns when resource.ColumnNames.Count == 0 && resource.ExcludedColumnNames.Count == 0 => TablePermissions,
        _ => TakenBy(resource.Kind),
    };

    /// <summary>
    /// The permissions of a set: ALL is all permissions of the resource. SUPER_USER is CREATE_DATABASE and DESCRIBE on the catalog
    /// itself, never ALTER and DROP (permissions reference); the rest of it is about what the catalog holds.
    /// </summary>
    /// <param name="permissions">The granted permissions.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>The set with all that it implies.</returns>
    public static PermissionSet Implied(PermissionSet permissions, LakeResource resource)
    {
        if ((permissions & PermissionSet.All) != 0) permissions |= Taken(resource) & ~(PermissionSet.SuperUser | OfAccount);
        return (permissions & PermissionSet.SuperUser) != 0
            ? permissions | PermissionSet.CreateDatabase | PermissionSet.Describe : permissions;
    }

    /// <summary>The shortest set that lets its holder do the same: what ALL or SUPER_USER implies need not be named.</summary>
    /// <param name="permissions">The granted permissions.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>The set without what the rest implies.</returns>
    public static PermissionSet Shortest(PermissionSet permissions, LakeResource resource)
    {
        foreach (var whole in (ReadOnlySpan<PermissionSet>)[PermissionSet.All, PermissionSet.SuperUser])
            if ((permissions & whole) != 0) permissions = whole | (permissions & ~Implied(whole, resource));
        return permissions;
    }

    /// <summary>Checks a whole request without any call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="home">Where the request goes.</param>
    /// <returns>The grants, or everything that is wrong.</returns>
    public static CheckedRequest Check(GrantRequest request, LakeHome home)
    {
        var findings = new List<LakeException>();
        var resource = ResourceReader.Read(request.Resource, home, findings);
        var permissions = ReadPermissions(request.Permission, resource, findings);
        var grantable = ReadPermissions(request.GrantablePermission, resource, findings);
        if (permissions == PermissionSet.None && grantable == PermissionSet.None && findings.Count == 0)
            findings.Add(Fault.PermissionMissing(TakenText(resource)));
        if (resource is not null)
        {
            if (!request.IsQuestion && resource.TagExpression?.TooLargeToGrantOn is { } problem)
                findings.Add(Fault.TagExpressionTooLarge(resource.TagExpression, problem));
            CheckTaken(permissions | grantable, resource, findings);
            CheckGrantable(request, permissions, grantable, resource, findings);
        }

        var principals = request.Principal.Select(text => Principal(text, home, findings)).ToList();
        if (request.IsRevoke && ConditionRules.Unknown(request.Condition) is { } unknown) findings.Add(unknown);
        if (!request.IsRevoke && request.Condition is { } condition)
            findings.AddRange(ConditionRules.Problems(condition, resource, grantable, principals.OfType<LakePrincipal>()));
        if (principals.Count == 0) findings.Add(Fault.InvalidPrincipal("", ""));
        foreach (var principal in resource is null || request.IsRevoke || request.IsQuestion ? [] : principals.OfType<LakePrincipal>())
        {
            var grant = new LakeGrant(principal.Id, resource!, permissions, grantable) { Condition = request.Condition };
            if (CrossAccountRules.Problem(grant, principal, home.AccountId) is { } refused)
                findings.Add(Fault.CrossAccountGrantInvalid(grant, refused));
        }

        return findings.Count > 0
            ? new CheckedRequest(request, [], findings.DistinctBy(error => (error.Id, error.Message)).ToList())
            : new CheckedRequest(request, principals.Select(principal => new LakeGrant(principal!.Id, resource!, permissions, grantable)
                { Condition = request.Condition })
                .Distinct().ToList(), []);
    }

    private static PermissionSet ReadPermissions(IEnumerable<string> names, LakeResource? resource, List<LakeException> findings)
    {
        var set = PermissionSet.None;
        foreach (var name in names)
        {
            if (PermissionNames.TryParse(name, out var permission)) set |= permission;
            else findings.Add(Fault.UnknownPermission(name, DidYouMean(name), TakenText(resource)));
        }

        return set;
    }

    private static string DidYouMean(string name) => PermissionNames.Suggest(name) is { } suggestion ? $" Did you mean {suggestion}?" : "";

    private static string TakenText(LakeResource? resource) =>
        resource is null ? string.Join(", ", PermissionNames.All) : $"{Taken(resource).ToText()} (on {resource})";

    private static void CheckTaken(PermissionSet asked, LakeResource resource, List<LakeException> findings)
    {
        // The service judges permissions that this version does not know.
        var wrong = asked & ~Taken(resource) & ~asked.UnknownOf();
        if (wrong == PermissionSet.None) return;
        findings.Add(Fault.PermissionNotForResource(wrong.ToText(), resource, Taken(resource).ToText(), WhatWasMeant(wrong, resource)));
    }

    // The parameters for the resource that a wrong permission was probably meant for, if there is an obvious one.
    private static string WhatWasMeant(PermissionSet wrong, LakeResource resource) => resource.Kind switch
    {
        ResourceKind.Database when (wrong & TablePermissions) != 0 =>
            $" For every table of the database, add: -TableName *. For one table: -TableName name.",
        ResourceKind.Table or ResourceKind.AllTables when (wrong & PermissionSet.CreateTable) != 0 =>
            " CREATE_TABLE applies to the database: omit -TableName.",
        ResourceKind.Columns or ResourceKind.DataFilter when (wrong & TablePermissions) != 0 =>
            " For the whole table, omit the columns or the filter.",
        ResourceKind.DataLocation => " Permissions on data apply to tables: -DatabaseName name -TableName name.",
        _ when (wrong & PermissionSet.CreateDatabase) != 0 => " CREATE_DATABASE belongs to the catalog: -Catalog.",
        _ when (wrong & PermissionSet.DataLocationAccess) != 0 =>
            " DATA_LOCATION_ACCESS belongs to a location: -DataLocation s3://bucket/prefix.",
        ResourceKind.Catalog when (wrong & (DatabasePermissions | TablePermissions)) != 0 =>
            " Specify a database or a table: -DatabaseName name.",
        _ => "",
    };

    private static void CheckGrantable(GrantRequest request, PermissionSet permissions, PermissionSet grantable, LakeResource resource,
        List<LakeException> findings)
    {
        if (request.IsRevoke) return;
        var missing = grantable & ~Implied(permissions, resource);
        if (missing != PermissionSet.None)
            findings.Add(Fault.GrantableNotGranted(missing.ToText(), (permissions | missing).ToText(), grantable.ToText()));
        if (grantable != PermissionSet.None && resource.ExcludedColumnNames.Count > 0)
            findings.Add(Fault.GrantableNeedsColumns(resource));
    }

    private static LakePrincipal? Principal(string text, LakeHome home, List<LakeException> findings)
    {
        var principal = LakePrincipal.Read(text, home, out var problem);
        if (problem is not null) findings.Add(problem);
        return principal;
    }
}
