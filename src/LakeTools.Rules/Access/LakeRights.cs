using LakeTools.Rules.Permissions;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>All that a principal may do with a thing.</summary>
public sealed record LakeRights
{
    /// <summary>The principal's permissions on the whole resource; ALL is expanded.</summary>
    public PermissionSet Permissions { get; init; }

    /// <summary>The permissions on the whole resource that the principal may grant to others.</summary>
    public PermissionSet Grantable { get; init; }

    /// <summary>
    /// The columns of a table that the principal may select; null for all of them. Counts where SELECT is not among
    /// <see cref="Permissions"/>, and is then empty if no column may be selected.
    /// </summary>
    public NameList? SelectableColumns { get; init; } = NameList.Empty;

    /// <summary>The data cells filters through which the principal may select, besides <see cref="SelectableColumns"/>.</summary>
    public IReadOnlyList<DataFilterRule> Filters { get; init; } = [];

    /// <summary>
    /// The columns whose definition the principal may see besides those that they may select: LF-Tags that only some columns have.
    /// </summary>
    public NameList DescribableColumns { get; init; } = NameList.Empty;

    /// <summary>The columns that the principal may pass on SELECT for; counts where SELECT is not among <see cref="Grantable"/>.</summary>
    public NameList GrantableColumns { get; init; } = NameList.Empty;

    /// <summary>
    /// Whether the principal is opted in on the thing, so that Lake Formation decides for it there, and never IAM alone. In a location with
    /// hybrid access no other principal gets credentials from Lake Formation.
    /// </summary>
    public bool IsOptedIn { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<AccessReason> Reasons { get; init; } = [];

    /// <summary>Whether the catalog shows the resource to the principal at all: any right on it or on a part of it does.</summary>
    public bool IsVisible => Permissions != PermissionSet.None || SelectableColumns is null or { Count: > 0 }
        || DescribableColumns.Count > 0 || Filters.Count > 0;

    /// <summary>Whether all columns of a table may be selected, in all rows.</summary>
    public bool SelectsAll => (Permissions & PermissionSet.Select) != 0;

    /// <summary>
    /// Whether the data may be read as a whole: by SELECT on all of it, or by INSERT or DELETE, which let read too (developer guide,
    /// lf-permissions-reference). Beside SELECT on a part they do not: the same page lets them never stand together.
    /// </summary>
    public bool ReadsAll => SelectsAll || ((Permissions & (PermissionSet.Insert | PermissionSet.Delete)) != 0
        && SelectableColumns is not { Count: > 0 } && Filters.Count == 0);

    /// <summary>The restrictions that an engine must enforce to get the data: the API's PermissionType. Null for none.</summary>
    public string? NeededPermissionType => ReadsAll ? null : Filters.Count > 0 ? "CELL_FILTER_PERMISSION" : "COLUMN_PERMISSION";

    /// <summary>Whether a permission is held: SELECT on some columns or through a filter counts as SELECT.</summary>
    /// <param name="permission">One permission.</param>
    /// <returns>True if it is.</returns>
    public bool Allows(PermissionSet permission) => (Permissions & permission) == permission
        || (permission == PermissionSet.Describe && IsVisible)
        || (permission == PermissionSet.Select && (SelectableColumns is { Count: > 0 } || Filters.Count > 0));

    /// <summary>
    /// The columns that the catalog shows: all where the principal has a right on the table itself, otherwise those that they may
    /// select or describe.
    /// </summary>
    /// <param name="columns">The table's columns.</param>
    /// <returns>The visible columns, in the table's order.</returns>
    public IEnumerable<string> VisibleColumns(IEnumerable<string> columns)
    {
        if (Permissions != PermissionSet.None) return columns;
        return columns.Where(column => SelectableColumns?.Contains(column) != false || DescribableColumns.Contains(column)
            || Filters.Any(filter => filter.Shows(column)));
    }
}
