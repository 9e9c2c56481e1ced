using LakeTools.Rules.Permissions;

namespace LakeTools.Core.Reports;

/// <summary>The changes of a principal's permissions on a resource since an earlier report.</summary>
/// <param name="Gained">The permissions that were gained.</param>
/// <param name="Lost">The permissions that were lost.</param>
/// <param name="GrantableGained">The grantable permissions that were gained.</param>
/// <param name="GrantableLost">The grantable permissions that were lost.</param>
/// <param name="ColumnsGained">Columns that may be selected now, where both reports have SELECT.</param>
/// <param name="ColumnsLost">Columns that could be selected then.</param>
/// <param name="Rows">The earlier row filter expressions, if the rows differ; empty for all rows. Null if they are the same.</param>
internal sealed record ReportChange(PermissionSet Gained, PermissionSet Lost, PermissionSet GrantableGained, PermissionSet GrantableLost,
    IReadOnlyList<string> ColumnsGained, IReadOnlyList<string> ColumnsLost, IReadOnlyList<string>? Rows)
{
    /// <summary>Compares what a principal may do with one resource.</summary>
    /// <param name="then">The earlier right; null for none.</param>
    /// <param name="now">The present right; null for none.</param>
    /// <returns>The difference; null for none.</returns>
    public static ReportChange? Between(ReportRight? then, ReportRight? now)
    {
        then ??= ReportRight.None;
        now ??= ReportRight.None;
        var both = (then.Permissions & now.Permissions & PermissionSet.Select) != 0;
        // All columns stay all columns, whichever the table got or lost.
        var isColumns = both && !(then.IsAllColumns && now.IsAllColumns);
        var change = new ReportChange(
            now.Permissions & ~then.Permissions,
            then.Permissions & ~now.Permissions,
            now.Grantable & ~then.Grantable,
            then.Grantable & ~now.Grantable,
            isColumns ? [.. now.Columns.Except(then.Columns)] : [],
            isColumns ? [.. then.Columns.Except(now.Columns)] : [],
            both && !then.Rows.ToHashSet().SetEquals(now.Rows) ? then.Rows : null);
        return change.Gained == 0 && change.Lost == 0 && change.GrantableGained == 0 && change.GrantableLost == 0
            && change.ColumnsGained.Count == 0 && change.ColumnsLost.Count == 0 && change.Rows is null ? null : change;
    }

    /// <summary>The marks of a row with this change.</summary>
    /// <param name="now">The present right.</param>
    /// <returns>Gained, Lost, or both: two different row filters may each show what the other hides.</returns>
    public ReportMarks Marks(ReportRight now)
    {
        var marks = ReportMarks.None;
        if (Gained != 0 || GrantableGained != 0 || ColumnsGained.Count > 0 || Rows?.Count > 0) marks |= ReportMarks.Gained;
        if (Lost != 0 || GrantableLost != 0 || ColumnsLost.Count > 0 || (Rows is not null && now.Rows.Count > 0)) marks |= ReportMarks.Lost;
        return marks;
    }
}
