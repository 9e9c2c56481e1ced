namespace LakeTools.Rules.Access;

/// <summary>Whether a principal has a permission, and why.</summary>
/// <param name="Allowed">True if it has. SELECT on a table is allowed if some columns or some rows can be selected.</param>
/// <param name="Reasons">The reasons; if nothing allows it, one of kind Missing.</param>
/// <param name="Columns">For SELECT on a table or columns: the columns that can be selected, in the table's order; otherwise empty.</param>
/// <param name="RowExpressions">The rows that can be selected: expressions of which one must be true; empty for all rows.</param>
public sealed record AccessAnswer(
    bool Allowed, IReadOnlyList<AccessReason> Reasons, IReadOnlyList<string> Columns, IReadOnlyList<string> RowExpressions);
