using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>
/// SELECT on some columns of a table stands alone: no principal holds it with ALTER, DELETE, DESCRIBE, DROP or INSERT on the same table,
/// whichever came first.
/// </summary>
/// <remarks>
/// Source: developer guide, Lake Formation permissions reference, DESCRIBE and SELECT. The page on data filtering says of the second order
/// that such a grant has no effect; the reference says that it cannot be made. ALL counts for what it implies. A grant on all tables, by
/// LF-Tags or through a data filter is none on the table itself, and no page speaks of it. Nor does one speak of conditions: grants under
/// different ones are held apart.
/// </remarks>
public static class PartialSelect
{
    private const PermissionSet Excluded =
        PermissionSet.Alter | PermissionSet.Delete | PermissionSet.Describe | PermissionSet.Drop | PermissionSet.Insert;

    /// <summary>Whether two grants exclude each other.</summary>
    /// <param name="one">A canonical grant.</param>
    /// <param name="other">Another.</param>
    /// <returns>True if one is SELECT on some columns and the other cannot be combined with it.</returns>
    public static bool Excludes(LakeGrant one, LakeGrant other) =>
        IsSameTable(one, other) && ((IsPartial(one) && IsExcluded(other)) || (IsPartial(other) && IsExcluded(one)));

    /// <summary>Whether a grant can exclude another, or be excluded.</summary>
    /// <param name="grant">A canonical grant.</param>
    /// <returns>True if it is one of the two.</returns>
    public static bool Concerns(LakeGrant grant) => IsPartial(grant) || IsExcluded(grant);

    private static bool IsPartial(LakeGrant grant) =>
        grant.Resource.Kind == ResourceKind.Columns && (grant.Permissions & PermissionSet.Select) != 0;

    private static bool IsExcluded(LakeGrant grant) => grant.Resource.Kind == ResourceKind.Table
        && (PermissionRules.Implied(grant.Permissions, grant.Resource) & Excluded) != 0;

    private static bool IsSameTable(LakeGrant one, LakeGrant other) => one.Principal == other.Principal
        && one.Condition == other.Condition
        && one.Resource.DatabaseName == other.Resource.DatabaseName && one.Resource.TableName == other.Resource.TableName
        && one.Resource.CatalogId == other.Resource.CatalogId;
}
