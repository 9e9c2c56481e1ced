using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>The grants to other accounts that Lake Formation refuses, as far as the grant itself shows.</summary>
/// <remarks>
/// Sources in the developer guide: permissions reference (DROP, Super, SUPER_USER), granting table permissions (include lists), adding
/// LF-Tag creators, managing LF-Tag value permissions, creating LF-Tag expressions, granting data filter permissions, granting database
/// permissions (no grant option for a principal of another account), and troubleshooting (the grant option with CREATE_TABLE, ALTER and
/// DATA_LOCATION_ACCESS). The service checks the version of sharing that a grant needs.
/// </remarks>
public static class CrossAccountRules
{
    private const PermissionSet OnTags = PermissionSet.Describe | PermissionSet.Associate;
    private const PermissionSet WithOption = PermissionSet.CreateTable | PermissionSet.Alter | PermissionSet.DataLocationAccess;

    /// <summary>Whether a principal belongs to another account, or is an organization.</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="accountId">The account of the catalog; null if it is not known.</param>
    /// <returns>True if it does, as far as is known.</returns>
    public static bool IsForeign(LakePrincipal principal, string? accountId) => principal.Kind switch
    {
        PrincipalKind.Organization => true,
        PrincipalKind.Account => principal.AccountId != accountId,
        _ => accountId is not null && principal.AccountId is { } account && account != accountId,
    };

    /// <summary>Says what is wrong with a grant to another account.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="principal">The principal.</param>
    /// <param name="accountId">The account that grants; null if it is not known.</param>
    /// <returns>A part of a sentence, which says what to do instead; null if nothing is wrong.</returns>
    public static string? Problem(LakeGrant grant, LakePrincipal principal, string? accountId)
    {
        if (!IsForeign(principal, accountId)) return null;
        var (resource, permissions) = (grant.Resource, grant.Permissions | grant.Grantable);
        // A resource that another account shared is granted further inside the own one; the service checks that.
        if (resource.CatalogId is { Length: >= 12 } catalog && accountId is not null && catalog[..12] != accountId) return null;
        var isWhole = principal.Kind is PrincipalKind.Account or PrincipalKind.Organization;
        if ((permissions & PermissionSet.SuperUser) != 0) return "SUPER_USER is for principals of the own account";
        if (resource.Kind == ResourceKind.Database && (permissions & (PermissionSet.Drop | PermissionSet.All)) != 0)
            return "DROP and ALL on a database can be granted only inside the account: use ALTER, CREATE_TABLE or DESCRIBE";
        if (resource.ExcludedColumnNames.Count > 0 && isWhole)
            return "grants to other accounts cannot exclude columns: specify the columns to include";
        if (resource.Kind == ResourceKind.NamedTagExpression) return "saved expressions are not granted across accounts";
        if ((resource.Kind == ResourceKind.Tag && (permissions & ~OnTags) != 0) || (permissions & PermissionSet.CreateLFTag) != 0)
            return "only DESCRIBE and ASSOCIATE on LF-Tags can be granted to other accounts";
        if (!isWhole)
            return grant.Grantable == PermissionSet.None ? null : "a principal of another account cannot have the grant option: omit it";
        var needed = NeedsOption(resource, permissions) & ~PermissionRules.Implied(grant.Grantable, resource);
        return needed == PermissionSet.None ? null
            : $"{needed.ToText()} must be granted with the grant option, so that the account can grant it to its principals: "
                + "use -GrantablePermission";
    }

    private static PermissionSet NeedsOption(LakeResource resource, PermissionSet permissions) => permissions & resource.Kind switch
    {
        ResourceKind.Tag => OnTags,
        ResourceKind.DataFilter => PermissionSet.Select,
        ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables or ResourceKind.DataLocation => WithOption,
        _ => PermissionSet.None,
    };
}
