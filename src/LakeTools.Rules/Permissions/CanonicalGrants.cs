using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>Sets of grants in one form, so equal rights are equal data.</summary>
/// <remarks>
/// <para>
/// Lake Formation does not give back what it was given. A grant of SELECT and ALTER on a table is listed as two entries, ALTER on the table
/// and SELECT on the table with a column wildcard. ALL is listed as ALL and everything that it implies. All tables are called ALL_TABLES in
/// one answer and have a wildcard in the other. Grants to one principal on one resource are merged. Code that compares what should be
/// with what is, revokes what a list showed, or stores grants, needs one form; this file makes it, and nothing else here knows another.
/// </para>
/// <para>
/// The idea: a right is held by a principal on a <em>slot</em>. A slot is the smallest resource that a grant can reach alone: a database,
/// a table, all tables of a database, one column of a table, one value of an LF-Tag, "all columns but these", an expression. A grant is a
/// way to name several slots at once, and that way is forgotten. A set of grants is then a map from (principal, slot) to two sets of
/// permissions, what may be done and what may be granted to others, in which
/// </para>
/// <list type="bullet">
/// <item>what may be granted to others may be done;</item>
/// <item>ALL is a grant of its own, which lets its holder do all that the resource takes: it is granted and revoked beside the others
/// (developer guide, permissions reference);</item>
/// <item>a slot with no permission is not in the map.</item>
/// </list>
/// <para>
/// A condition on the principal's tags separates grants as the principal does: rights under one condition are held separately.
/// </para>
/// <para>
/// Granting is union, revoking is difference, slot by slot. So the order of grants cannot matter, doing either twice changes nothing, and a
/// revoke undoes a grant exactly where nothing of it was held before. To write the map down, the columns of one table (the values
/// of one tag) that have equal rights become one grant again. That is the canonical form: shortest entries, sorted.
/// </para>
/// <para>
/// A list cannot tell what was granted beside ALL, because it shows ALL with everything that it implies. Where lists are read and compared,
/// ALL therefore represents all of it: <see cref="FromListed"/> makes that form.
/// </para>
/// <para>
/// "All columns" and "all columns but a" are slots of their own, not unions of columns: columns come and go, and such a grant follows. So a
/// revoke of one column does not reach into a grant on the table; Lake Formation refuses it for the same reason.
/// </para>
/// </remarks>
public static class CanonicalGrants
{
    /// <summary>Puts grants into canonical form.</summary>
    /// <param name="grants">Grants in any form and order, such as a list of Lake Formation's.</param>
    /// <param name="accountId">The account, for resources that name no catalog.</param>
    /// <returns>One grant for one principal and resource, sorted.</returns>
    public static IReadOnlyList<LakeGrant> Of(IEnumerable<LakeGrant> grants, string accountId)
    {
        // Most of what is listed stands alone.
        if (grants is IReadOnlyList<LakeGrant> and [var alone] && GrantMap.TryAlone(Canonical(alone, accountId), out var form)) return form;
        var map = new GrantMap();
        foreach (var grant in grants) map.Add(Canonical(grant, accountId));
        return map.ToGrants();
    }

    /// <summary>The permissions after a grant.</summary>
    /// <param name="held">The permissions before.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="accountId">The account, for resources that name no catalog.</param>
    /// <returns>Canonical grants.</returns>
    public static IReadOnlyList<LakeGrant> Add(IEnumerable<LakeGrant> held, LakeGrant grant, string accountId) =>
        Of(held.Append(grant), accountId);

    /// <summary>The permissions after a revoke.</summary>
    /// <param name="held">The permissions before.</param>
    /// <param name="revoke">The permissions to remove, and those of which only the grant option is.</param>
    /// <param name="accountId">The account, for resources that name no catalog.</param>
    /// <returns>Canonical grants; the same as before where nothing of it was held.</returns>
    public static IReadOnlyList<LakeGrant> Remove(IEnumerable<LakeGrant> held, LakeGrant revoke, string accountId)
    {
        var map = new GrantMap();
        foreach (var grant in held) map.Add(Canonical(grant, accountId));
        map.Remove(Canonical(revoke, accountId));
        return map.ToGrants();
    }

    /// <summary>Shows canonical grants as ListPermissions does: SELECT apart from the rest, ALL with what it implies.</summary>
    /// <param name="grants">Canonical grants.</param>
    /// <returns>One or two entries for each.</returns>
    public static IEnumerable<LakeGrant> ToListed(IEnumerable<LakeGrant> grants) => grants.SelectMany(ToListed);

    /// <summary>Puts what ListPermissions shows back together.</summary>
    /// <param name="listed">The entries of all pages, in any order.</param>
    /// <param name="accountId">The account, for resources that name no catalog.</param>
    /// <returns>Canonical grants, in which ALL represents everything that it implies.</returns>
    public static IReadOnlyList<LakeGrant> FromListed(IEnumerable<LakeGrant> listed, string accountId) =>
        [.. Of(listed, accountId).Select(grant => grant with
        {
            Permissions = PermissionRules.Shortest(grant.Permissions, grant.Resource),
            Grantable = PermissionRules.Shortest(grant.Grantable, grant.Resource),
        })];

    /// <summary>Shows one canonical grant as ListPermissions does.</summary>
    /// <param name="grant">A canonical grant.</param>
    /// <returns>One or two entries.</returns>
    public static IEnumerable<LakeGrant> ToListed(LakeGrant grant)
    {
        var resource = grant.Resource;
        var permissions = PermissionRules.Implied(grant.Permissions, resource);
        var grantable = PermissionRules.Implied(grant.Grantable, resource);
        if (resource.Kind is not (ResourceKind.Table or ResourceKind.AllTables))
        {
            yield return grant with { Permissions = permissions, Grantable = grantable };
            yield break;
        }

        const PermissionSet select = PermissionSet.Select;
        if ((permissions & ~select) != 0) yield return grant with { Permissions = permissions & ~select, Grantable = grantable & ~select };
        if ((permissions & select) == 0) yield break;
        var columns = LakeResource.Columns(resource.DatabaseName!, resource.TableName
            ?? LakeResource.AllTablesName, null, null, resource.CatalogId);
        yield return grant with { Resource = columns, Permissions = select, Grantable = grantable & select };
    }

    private static LakeGrant Canonical(LakeGrant grant, string accountId) => grant with { Resource = grant.Resource.Canonical(accountId) };
}
