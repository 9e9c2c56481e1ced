namespace LakeTools.Rules.Rows;

/// <summary>
/// An expression that says of rows whether they are meant: comparisons of columns with constants, put together by AND, OR and NOT.
/// Data cells filters have such expressions for rows, and Glue's GetPartitions for partitions. Equal by value; <see cref="ToString"/> is
/// an expression that is read as an equal one.
/// </summary>
/// <remarks>Source: AWS Lake Formation developer guide, "PartiQL support in row filter expressions".</remarks>
public abstract record RowExpression
{
    private RowExpression()
    {
    }

    /// <summary>The precedence of the expression: OR, then AND, then NOT, then a comparison.</summary>
    private protected virtual int Rank => 3;

    /// <summary>The columns that the expression names.</summary>
    /// <returns>Their names, in lower case; one may come more than once.</returns>
    public IEnumerable<string> Columns() => this switch
    {
        Compare compare => [compare.Column.Column],
        Between between => [between.Column.Column],
        In set => [set.Column.Column],
        Like like => [like.Column.Column],
        IsNull isNull => [isNull.Column.Column],
        Not not => not.Operand.Columns(),
        And and => and.Left.Columns().Concat(and.Right.Columns()),
        Or or => or.Left.Columns().Concat(or.Right.Columns()),
        _ => [],
    };

    /// <inheritdoc/>
    public sealed override string ToString() => Write();

    private protected abstract string Write();

    private protected string Write(RowExpression part, int least) => part.Rank < least ? $"({part.Write()})" : part.Write();

    private protected virtual string WriteNegated() => "NOT " + Write(this, 2);

    /// <summary>Every row, or none.</summary>
    /// <param name="Value">True for every row.</param>
    public sealed record Always(bool Value) : RowExpression
    {
        private protected override string Write() => Value ? "true" : "false";
    }

    /// <summary>A column compared with a constant.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Comparison">The comparison.</param>
    /// <param name="Constant">The constant.</param>
    public sealed record Compare(RowReference Column, RowComparison Comparison, RowConstant Constant) : RowExpression
    {
        private protected override string Write() => $"{Column} {Sign} {Constant}";

        private string Sign => Comparison switch
        {
            RowComparison.Equal => "=",
            RowComparison.NotEqual => "<>",
            RowComparison.Less => "<",
            RowComparison.LessOrEqual => "<=",
            RowComparison.Greater => ">",
            _ => ">=",
        };
    }

    /// <summary>A column between two constants, which are meant too.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Low">The least value.</param>
    /// <param name="High">The greatest value.</param>
    public sealed record Between(RowReference Column, RowConstant Low, RowConstant High) : RowExpression
    {
        private protected override string Write() => $"{Column} BETWEEN {Low} AND {High}";

        private protected override string WriteNegated() => $"{Column} NOT BETWEEN {Low} AND {High}";
    }

    /// <summary>A column that is one of some constants.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Constants">The constants; one at least.</param>
    public sealed record In(RowReference Column, IReadOnlyList<RowConstant> Constants) : RowExpression
    {
        /// <inheritdoc/>
        public bool Equals(In? other) => other is not null && Column == other.Column && Constants.SequenceEqual(other.Constants);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Column, Constants.Count, Constants[0]);

        private protected override string Write() => $"{Column} IN ({string.Join(", ", Constants)})";

        private protected override string WriteNegated() => $"{Column} NOT IN ({string.Join(", ", Constants)})";
    }

    /// <summary>A column of text that a pattern fits.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Pattern">The pattern: <c>%</c> represents any text, <c>_</c> for one character.</param>
    public sealed record Like(RowReference Column, RowConstant Pattern) : RowExpression
    {
        private protected override string Write() => $"{Column} LIKE {Pattern}";

        private protected override string WriteNegated() => $"{Column} NOT LIKE {Pattern}";
    }

    /// <summary>A column that is null.</summary>
    /// <param name="Column">The column.</param>
    public sealed record IsNull(RowReference Column) : RowExpression
    {
        private protected override string Write() => $"{Column} IS NULL";

        private protected override string WriteNegated() => $"{Column} IS NOT NULL";
    }

    /// <summary>The rows of which another expression does not hold.</summary>
    /// <param name="Operand">The other expression.</param>
    public sealed record Not(RowExpression Operand) : RowExpression
    {
        private protected override int Rank => 2;

        private protected override string Write() => Operand.WriteNegated();
    }

    /// <summary>The rows of which both expressions hold.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record And(RowExpression Left, RowExpression Right) : RowExpression
    {
        private protected override int Rank => 1;

        private protected override string Write() => $"{Write(Left, 1)} AND {Write(Right, 2)}";
    }

    /// <summary>The rows of which one of the expressions holds, or both.</summary>
    /// <param name="Left">The one.</param>
    /// <param name="Right">The other.</param>
    public sealed record Or(RowExpression Left, RowExpression Right) : RowExpression
    {
        private protected override int Rank => 0;

        private protected override string Write() => $"{Write(Left, 0)} OR {Write(Right, 1)}";
    }
}
