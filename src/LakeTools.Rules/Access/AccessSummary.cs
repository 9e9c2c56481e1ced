using LakeTools.Rules.Permissions;

namespace LakeTools.Rules.Access;

/// <summary>All permissions of a principal on a resource, and their reasons.</summary>
/// <param name="Permissions">The permissions. SELECT on a table is included if some columns or some rows can be selected.</param>
/// <param name="Grantable">The permissions with the grant option on the whole resource.</param>
/// <param name="Reasons">The reasons, including opt-ins that disable IAM_ALLOWED_PRINCIPALS.</param>
/// <param name="Columns">For SELECT on a table: the columns that can be selected, in the order of the table; otherwise empty.</param>
/// <param name="RowExpressions">The rows that can be selected: expressions of which one must be true; empty for all rows.</param>
public sealed record AccessSummary(
    PermissionSet Permissions, PermissionSet Grantable, IReadOnlyList<AccessReason> Reasons, IReadOnlyList<string> Columns,
        IReadOnlyList<string> RowExpressions);
