using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>Whether one principal may do one thing, and why.</summary>
public sealed record LakeAccess : LakeTarget
{
    internal LakeAccess(LakeResource resource)
        : base(resource)
    {
    }

    /// <summary>The principal's identifier.</summary>
    public required string Principal { get; init; }

    /// <summary>The permission that was asked about.</summary>
    public required string Permission { get; init; }

    /// <summary>
    /// True if the principal has it. For SELECT on a table, some columns or rows are enough: see the members below.
    /// </summary>
    public required bool Allowed { get; init; }

    /// <summary>The permission's source. If access is denied: the missing permission, and the command that grants it.</summary>
    public IReadOnlyList<LakeAccessReason> Reason { get; init => field = Listed.Of(value); } = Listed.None<LakeAccessReason>();

    /// <summary>For SELECT on a table or columns: the columns that may be selected. Otherwise empty.</summary>
    public IReadOnlyList<string> SelectableColumn { get; init => field = Listed.Names(value); } = Listed.None<string>();

    /// <summary>
    /// For SELECT only through data filters: the expressions. A row must match one of them. Empty if all rows may be selected.
    /// </summary>
    public IReadOnlyList<string> RowFilter { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Shows it as a sentence.</summary>
    /// <returns>Such as <c>arn:… may SELECT on table sales.orders</c>.</returns>
    public override string ToString() => $"{Principal} {(Allowed ? "may" : "may not")} {Permission} on {Target}";
}
