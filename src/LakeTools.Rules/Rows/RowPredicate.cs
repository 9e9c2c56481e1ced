namespace LakeTools.Rules.Rows;

/// <summary>
/// Makes a test of rows out of a row expression, by SQL's logic of three values: a comparison with null is neither true nor false but
/// unknown (null), and so is what depends on it.
/// </summary>
public static class RowPredicate
{
    /// <summary>Makes the test.</summary>
    /// <typeparam name="TRow">A row.</typeparam>
    /// <param name="expression">The expression.</param>
    /// <param name="bind">Finds a column; throws <see cref="RowExpressionException"/> where there is none.</param>
    /// <returns>The test; null is unknown.</returns>
    /// <exception cref="RowExpressionException">The expression does not fit the columns.</exception>
    public static Func<TRow, bool?> Compile<TRow>(RowExpression expression, Func<RowReference, RowTerm<TRow>> bind)
    {
        switch (expression)
        {
            case RowExpression.Always always:
                return _ => always.Value;
            case RowExpression.Not not:
                var operand = Compile(not.Operand, bind);
                return row => !operand(row);
            case RowExpression.And:
                var all = Chain(expression, part => part is RowExpression.And and ? (and.Left, and.Right) : null, bind);
                return row => Decide(all, row, decisive: false);
            case RowExpression.Or:
                var any = Chain(expression, part => part is RowExpression.Or or ? (or.Left, or.Right) : null, bind);
                return row => Decide(any, row, decisive: true);
            case RowExpression.IsNull isNull:
                return IsNull(isNull, bind(isNull.Column));
            case RowExpression.In set:
                var term = bind(set.Column);
                var constants = set.Constants.Select(term.Constant).ToArray();
                return row => term.Value(row) is { } value ? Array.Exists(constants, constant => Order(value, constant) == 0) : null;
            case RowExpression.Between between:
                return Between(between, bind(between.Column));
            case RowExpression.Like like:
                return Like(like, bind(like.Column));
            default:
                var compare = (RowExpression.Compare)expression;
                return Compare(compare, bind(compare.Column));
        }
    }

    // A chain leans to the left, one level an operator: it is walked, not descended, so a long one takes no stack.
    private static Func<TRow, bool?>[] Chain<TRow>(RowExpression chain,
        Func<RowExpression, (RowExpression Left, RowExpression Right)?> split, Func<RowReference, RowTerm<TRow>> bind)
    {
        var parts = new List<RowExpression>();
        while (split(chain) is { } pair)
        {
            parts.Add(pair.Right);
            chain = pair.Left;
        }

        parts.Add(chain);
        parts.Reverse();
        return [.. parts.Select(part => Compile(part, bind))];
    }

    // One false part decides AND, one true part OR; otherwise one unknown part makes the whole unknown.
    private static bool? Decide<TRow>(Func<TRow, bool?>[] parts, TRow row, bool decisive)
    {
        bool? result = !decisive;
        foreach (var part in parts)
        {
            var value = part(row);
            if (value == decisive) return decisive;
            if (value is null) result = null;
        }

        return result;
    }

    private static Func<TRow, bool?> IsNull<TRow>(RowExpression.IsNull expression, RowTerm<TRow> term) => term.MayBeNull
        ? row => term.IsNull?.Invoke(row) ?? term.Value(row) is null
        : throw new RowExpressionException($"IS NULL and IS NOT NULL are not allowed on partition keys, and {expression.Column} is one.",
            expression.Column.Position);

    private static Func<TRow, bool?> Between<TRow>(RowExpression.Between expression, RowTerm<TRow> term)
    {
        RequireOrder(expression.Column, term);
        var (low, high) = (term.Constant(expression.Low), term.Constant(expression.High));
        return row => term.Value(row) is { } value ? Order(value, low) >= 0 && Order(value, high) <= 0 : null;
    }

    private static Func<TRow, bool?> Like<TRow>(RowExpression.Like expression, RowTerm<TRow> term)
    {
        if (term.Text is not { } textOf)
            throw new RowExpressionException($"LIKE is for columns of text, and {expression.Column} is {term.TypeName}.",
                expression.Column.Position);
        if (expression.Pattern.Kind is not RowConstantKind.Text)
            throw new RowExpressionException($"LIKE requires a pattern in single quotes: '{expression.Pattern.Text}'.",
                expression.Pattern.Position);
        var pattern = expression.Pattern.Text;
        return row => textOf(row) is { } text ? LikePattern.Matches(text, pattern) : null;
    }

    private static Func<TRow, bool?> Compare<TRow>(RowExpression.Compare expression, RowTerm<TRow> term)
    {
        var constant = term.Constant(expression.Constant);
        if (expression.Comparison is not (RowComparison.Equal or RowComparison.NotEqual)) RequireOrder(expression.Column, term);
        Func<int, bool> holds = expression.Comparison switch
        {
            RowComparison.Equal => order => order == 0,
            RowComparison.NotEqual => order => order != 0,
            RowComparison.Less => order => order < 0,
            RowComparison.LessOrEqual => order => order <= 0,
            RowComparison.Greater => order => order > 0,
            _ => order => order >= 0,
        };
        return row => term.Value(row) is { } value ? holds(Order(value, constant)) : null;
    }

    private static void RequireOrder<TRow>(RowReference column, RowTerm<TRow> term)
    {
        if (!term.IsOrdered) throw new RowExpressionException($"{column} is {term.TypeName}, which supports =, <>, !=, "
            + "IN and IS NULL only.",
            column.Position);
    }

    // Text is ordered by its characters' numbers: the rows that a filter permits must not depend on a culture.
    private static int Order(IComparable left, IComparable right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : left.CompareTo(right);
}
