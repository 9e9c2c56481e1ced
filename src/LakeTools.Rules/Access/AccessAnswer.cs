namespace LakeTools.Rules.Access;

/// <summary>Whether somebody may do something, and why.</summary>
/// <param name="Allowed">True where they may. SELECT on a table counts as held where some columns or some rows may be selected.</param>
/// <param name="Reasons">What allows it; where nothing does, one of kind Missing.</param>
/// <param name="Columns">For SELECT on a table or on columns: the columns that may be selected, in the table's order; else empty.</param>
/// <param name="RowExpressions">The rows that may be selected: expressions of which one must hold; empty where all rows may be.</param>
public sealed record AccessAnswer(
    bool Allowed, IReadOnlyList<AccessReason> Reasons, IReadOnlyList<string> Columns, IReadOnlyList<string> RowExpressions);
