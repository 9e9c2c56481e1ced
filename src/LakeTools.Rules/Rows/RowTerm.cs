namespace LakeTools.Rules.Rows;

/// <summary>The comparison of a column of rows: made by the caller that knows the rows and the column's type.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="Value">The column's value in a row; null for null, and for what is no value of the type.</param>
/// <param name="Constant">A constant in the column's type; throws <see cref="RowExpressionException"/> where it is none.</param>
/// <param name="Text">The column's text in a row, for LIKE; the whole function is null if the type has no text.</param>
public sealed record RowTerm<TRow>(Func<TRow, IComparable?> Value, Func<RowConstant, IComparable> Constant, Func<TRow, string?>? Text)
{
    /// <summary>False if values are equal or not, and none is less than another.</summary>
    public bool IsOrdered { get; init; } = true;

    /// <summary>
    /// Whether the column is null in a row, where that is not the same as having no value to compare: NaN has none, and is not null.
    /// </summary>
    public Func<TRow, bool>? IsNull { get; init; }

    /// <summary>False if the column may not be asked for null.</summary>
    public bool MayBeNull { get; init; } = true;

    /// <summary>The column's type, as errors name it.</summary>
    public string TypeName { get; init; } = "";
}
