namespace LakeTools.Rules.Rows;

/// <summary>The row expression of a data cells filter, held against the columns of its table.</summary>
public sealed class TableRowFilter
{
    private readonly Func<IReadOnlyList<object?>, bool?> _test;

    private TableRowFilter(Func<IReadOnlyList<object?>, bool?> test, IReadOnlyCollection<int> columns, bool readsFields)
    {
        _test = test;
        Columns = columns;
        ReadsFields = readsFields;
    }

    /// <summary>The columns that the filter reads, as places among the table's, from 0.</summary>
    public IReadOnlyCollection<int> Columns { get; }

    /// <summary>Whether the filter reads fields within structs, which <see cref="Passes"/> takes for null.</summary>
    public bool ReadsFields { get; }

    /// <summary>Reads a filter and checks it: columns are there, and constants are of their types.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="columns">The table's columns, partition keys among them; rows have their values in this order.</param>
    /// <param name="lengthLimit">As for <see cref="RowExpressionParser.Parse(string, int)"/>.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="RowExpressionException">The text is invalid; the exception gives the reason and the position.</exception>
    public static TableRowFilter Parse(string text, IReadOnlyList<RowColumn> columns, int lengthLimit = RowExpressionParser.LengthLimit)
    {
        var expression = RowExpressionParser.Parse(text, lengthLimit);
        var readsFields = false;
        var read = new SortedSet<int>();
        var test = RowPredicate.Compile<IReadOnlyList<object?>>(expression, reference =>
        {
            readsFields |= reference.Field is not null;
            var (term, column) = Bind(reference, columns);
            read.Add(column);
            return term;
        });
        return new TableRowFilter(test, read, readsFields);
    }

    /// <summary>Whether a row passes: the expression is true of it, and neither false nor unknown.</summary>
    /// <param name="row">The row's values in the order of the columns: null, string, bool, integers, decimal (or its text),
    /// float, double, DateTime.</param>
    /// <returns>True if it does.</returns>
    public bool Passes(IReadOnlyList<object?> row) => _test(row) == true;

    private static (RowTerm<IReadOnlyList<object?>> Term, int Column) Bind(RowReference reference, IReadOnlyList<RowColumn> columns)
    {
        var index = 0;
        while (index < columns.Count && !columns[index].Name.Equals(reference.Column, StringComparison.OrdinalIgnoreCase)) index++;
        if (index == columns.Count)
        {
            throw new RowExpressionException(
                $"The column {reference.Column} does not exist. Columns: {string.Join(", ", columns.Select(column => column.Name))}.",
                    reference.Position);
        }

        var type = columns[index].Type;
        foreach (var field in reference.Field?.Split('.') ?? [])
        {
            if (columns[index].IsPartitionKey)
                throw new RowExpressionException($"{reference.Column} is a partition key, whose fields cannot be specified.",
                    reference.Position);
            type = RowTypes.FieldType(type, field)
                ?? throw new RowExpressionException($"{reference}: {type} has no field {field}.", reference.Position);
        }

        // AWS documents text, numbers, booleans and structs, and an error for every other type (PartiQL support in row filter expressions).
        if (type.Trim().ToLowerInvariant() is "date" or "timestamp")
        {
            throw new RowExpressionException(
                $"{reference} is {type}, which Lake Formation does not support in row filters. Compare a column of text, a number or a "
                    + "boolean, such as a partition key with the day as text.",
                reference.Position);
        }

        var term = RowTypes.Term(reference, type, reference.Field is null ? row => row[index] : _ => null);
        return (term with { MayBeNull = !columns[index].IsPartitionKey }, index);
    }
}
