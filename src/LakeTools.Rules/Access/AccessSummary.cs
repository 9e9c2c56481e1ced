using LakeTools.Rules.Permissions;

namespace LakeTools.Rules.Access;

/// <summary>All that somebody may do with a thing, and why.</summary>
/// <param name="Permissions">What they may do; SELECT on a table counts as held where some columns or some rows may be selected.</param>
/// <param name="Grantable">What of the whole thing they may pass on.</param>
/// <param name="Reasons">What allows it; opt-ins that close the group IAM_ALLOWED_PRINCIPALS are among them.</param>
/// <param name="Columns">For SELECT on a table: the columns that may be selected, in the table's order; else empty.</param>
/// <param name="RowExpressions">The rows that may be selected: expressions of which one must hold; empty where all rows may be.</param>
public sealed record AccessSummary(
    PermissionSet Permissions, PermissionSet Grantable, IReadOnlyList<AccessReason> Reasons, IReadOnlyList<string> Columns,
        IReadOnlyList<string> RowExpressions);
