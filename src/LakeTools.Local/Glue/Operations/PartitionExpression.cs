using LakeTools.Local.Wire;
using LakeTools.Rules.Rows;

namespace LakeTools.Local.Glue.Operations;

/// <summary>
/// GetPartitions' expressions on partition keys: the language of row filters, but constants are texts in any type that the key can read,
/// and LIKE fits the texts of values of every type. A comparison with null is unknown, and what is unknown is left out.
/// </summary>
internal static class PartitionExpression
{
    /// <summary>Reads an expression.</summary>
    /// <param name="expression">Its text.</param>
    /// <param name="keys">The table's partition keys in order, and their types.</param>
    /// <returns>Says of a partition's values whether it is asked for: null is unknown.</returns>
    public static Func<IReadOnlyList<string>, bool?> Parse(string expression, List<(string Name, string Type)> keys)
    {
        try
        {
            return RowPredicate.Compile<IReadOnlyList<string>>(RowExpressionParser.ParseGlue(expression), reference =>
                Bind(reference, keys));
        }
        catch (RowExpressionException error)
        {
            throw new ApiException("InvalidInputException",
                $"Unsupported expression '{expression}' at character {error.Position}: {error.Message}");
        }
    }

    private static RowTerm<IReadOnlyList<string>> Bind(RowReference reference, List<(string Name, string Type)> keys)
    {
        var index = keys.FindIndex(key => key.Name == reference.Column);
        if (index < 0 || reference.Field is not null)
            throw new RowExpressionException($"The partition key {reference} does not exist.", reference.Position);
        var type = keys[index].Type;
        return new RowTerm<IReadOnlyList<string>>(
            Stored,
            constant => PartitionValue.Constant(constant.Text, type),
            values => Stored(values) is null ? null : values[index])
        {
            TypeName = type,
        };

        // A partition that is older than a key has no value of it.
        IComparable? Stored(IReadOnlyList<string> values) => index < values.Count ? PartitionValue.Stored(values[index], type) : null;
    }
}
