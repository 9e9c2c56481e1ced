using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Reports;

/// <summary>The permissions of one principal on one resource, for the comparison of two reports.</summary>
/// <param name="Permissions">The permissions.</param>
/// <param name="Grantable">The permissions that may be granted to others.</param>
/// <param name="Columns">The columns that may be selected.</param>
/// <param name="IsAllColumns">Whether these are all that the table has.</param>
/// <param name="Rows">The rows that may be selected: expressions of which one must hold; empty for all rows.</param>
internal sealed record ReportRight(PermissionSet Permissions, PermissionSet Grantable, IReadOnlyList<string> Columns, bool IsAllColumns,
    IReadOnlyList<string> Rows)
{
    /// <summary>Nothing.</summary>
    public static ReportRight None { get; } = new(PermissionSet.None, PermissionSet.None, [], true, []);

    /// <summary>The right that an entry tells.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="thing">Its thing.</param>
    /// <returns>The right.</returns>
    public static ReportRight Of(ReportEntry entry, ReportThing thing) => new(entry.Access.Permissions, entry.Access.Grantable,
        entry.Access.Columns, entry.Access.Columns.Count == thing.Columns.Count, entry.Access.RowExpressions);
}
