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
    /// True where it is held. SELECT on a table counts as held where some columns or rows may be selected: see the members below.
    /// </summary>
    public required bool Allowed { get; init; }

    /// <summary>What allows it; where nothing does, what is missing and the command that would grant it.</summary>
    public IReadOnlyList<LakeAccessReason> Reason { get; init => field = Listed.Of(value); } = Listed.None<LakeAccessReason>();

    /// <summary>For SELECT on a table or columns: those that may be selected. Else empty.</summary>
    public IReadOnlyList<string> SelectableColumn { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>
    /// For SELECT through data filters alone: the expressions of which a row must meet one. Empty where all rows may be selected.
    /// </summary>
    public IReadOnlyList<string> RowFilter { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>Shows it as a sentence.</summary>
    /// <returns>Such as <c>arn:… may SELECT on table sales.orders</c>.</returns>
    public override string ToString() => $"{Principal} {(Allowed ? "may" : "may not")} {Permission} on {Target}";
}
