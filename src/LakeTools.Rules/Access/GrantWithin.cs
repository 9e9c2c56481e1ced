using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>
/// A grant inside an account on a resource of another account: it reaches no further than the permissions of the account itself.
/// </summary>
public static class GrantWithin
{
    /// <summary>Limits a grant to the permissions of its account.</summary>
    /// <param name="grant">The grant, in canonical form.</param>
    /// <param name="asked">The resource in question, in canonical form.</param>
    /// <param name="account">The permissions of the account on it.</param>
    /// <param name="columnsOf">The columns of a table.</param>
    /// <returns>What remains: nothing, or one grant or more.</returns>
    public static IEnumerable<LakeGrant> Limit(LakeGrant grant, LakeResource asked, LakeRights account,
        Func<LakeResource, IReadOnlyList<string>> columnsOf)
    {
        var permissions = PermissionRules.Implied(grant.Permissions, grant.Resource);
        var grantable = PermissionRules.Implied(grant.Grantable, grant.Resource);
        switch (grant.Resource.Kind)
        {
            case ResourceKind.Columns when account.SelectsAll:
                yield return grant;
                yield break;
            case ResourceKind.Columns:
                if (Both(grant.Resource, account, columnsOf) is { Count: > 0 } columns)
                    yield return Selecting(grant, OfColumns(columns));
                yield break;
            case ResourceKind.DataFilter:
                if (account.SelectsAll || account.Filters.Any(filter => filter.Name == grant.Resource.FilterName)) yield return grant;
                yield break;
        }

        var held = permissions & account.Permissions;
        if (held != PermissionSet.None) yield return grant with { Permissions = held, Grantable = grantable & account.Grantable & held };
        if ((permissions & PermissionSet.Select) == 0 || account.SelectsAll || asked.Kind != ResourceKind.Table) yield break;
        if (account.SelectableColumns is { Count: > 0 } some) yield return Selecting(grant, OfColumns(some));
        foreach (var filter in account.Filters)
            yield return Selecting(grant, LakeResource.DataFilter(asked.DatabaseName!, asked.TableName!, filter.Name, asked.CatalogId));

        LakeResource OfColumns(NameList columns) =>
            LakeResource.Columns(asked.DatabaseName!, asked.TableName!, columns, null, asked.CatalogId);
    }

    private static LakeGrant Selecting(LakeGrant grant, LakeResource resource) =>
        grant with { Resource = resource, Permissions = PermissionSet.Select, Grantable = PermissionSet.None };

    private static NameList Both(LakeResource columns, LakeRights account, Func<LakeResource, IReadOnlyList<string>> columnsOf)
    {
        var granted = columns.ColumnNames.Count > 0 ? columns.ColumnNames.AsEnumerable()
            : columnsOf(columns).Where(column => !columns.ExcludedColumnNames.Contains(column));
        return NameList.Of(granted.Where(column => account.SelectableColumns?.Contains(column) == true));
    }
}
