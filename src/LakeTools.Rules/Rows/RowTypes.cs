using System.Globalization;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Rows;

/// <summary>The comparison of Hive's column types, in row filters and in filters of projected partitions.</summary>
/// <remarks>
/// A constant must be of the column's type; a date or timestamp may be written as plain text. Row filters take no dates and timestamps:
/// <see cref="TableRowFilter"/>.
/// </remarks>
internal static class RowTypes
{
    /// <summary>The term of a column.</summary>
    /// <param name="reference">The column as the expression has it, for errors.</param>
    /// <param name="type">The Hive type of the column, or of the field that is meant.</param>
    /// <param name="cell">Finds the column's cell in a row.</param>
    /// <returns>The term.</returns>
    /// <exception cref="RowExpressionException">Columns of that type cannot be compared.</exception>
    public static RowTerm<IReadOnlyList<object?>> Term(RowReference reference, string type, Func<IReadOnlyList<object?>, object?> cell)
    {
        var name = type.Split('(', '<')[0].Trim().ToLowerInvariant();
        var (kind, isOrdered) = name switch
        {
            "string" or "char" or "varchar" => ("text in single quotes", true),
            "tinyint" or "smallint" or "int" or "integer" or "bigint" or "long" or "decimal" or "numeric" or "float" or "real"
                or "double" => ("a number", true),
            "boolean" => ("true or false", false),
            "date" => ("a date, such as DATE '2026-01-31'", true),
            "timestamp" => ("a time, such as TIMESTAMP '2026-01-31 10:20:30'", true),
            _ => throw new RowExpressionException(
                $"{reference} is {type}, and columns of that type cannot be compared. "
                    + (name == "struct" ? "A field of it can: write column.field." : "Text, numbers and booleans can."),
                reference.Position),
        };
        IComparable Constant(RowConstant constant) => ConstantOf(constant, name)
            ?? throw new RowExpressionException($"{reference} is {type} and requires {kind}; {constant} is not valid.", constant.Position);
        return new RowTerm<IReadOnlyList<object?>>(row => ValueOf(cell(row), name), Constant, IsText(name) ? row =>
            cell(row) as string : null)
        {
            IsNull = row => cell(row) is null,
            IsOrdered = isOrdered,
            TypeName = type,
        };
    }

    /// <summary>The type of a field within a struct.</summary>
    /// <param name="type">The struct's type.</param>
    /// <param name="field">The field's name.</param>
    /// <returns>The field's type, or null if there is none, or the type is no struct.</returns>
    public static string? FieldType(string type, string field)
    {
        if (!type.StartsWith("struct<", StringComparison.OrdinalIgnoreCase) || type[^1] != '>') return null;
        var (start, depth) = ("struct<".Length, 0);
        for (var at = start; at < type.Length; at++)
        {
            if (type[at] is '<' or '(') depth++;
            if (type[at] is '>' or ')') depth--;
            if (depth > 0 || (type[at] != ',' && depth == 0)) continue;
            var colon = type.IndexOf(':', start);
            if (colon > 0 && colon < at && type[start..colon].Trim().Equals(field, StringComparison.OrdinalIgnoreCase))
                return type[(colon + 1)..at].Trim();
            start = at + 1;
        }

        return null;
    }

    private static bool IsText(string type) => type is "string" or "char" or "varchar";

    private static IComparable? ConstantOf(RowConstant constant, string type) => (type, constant.Kind) switch
    {
        ("string" or "char" or "varchar", RowConstantKind.Text) => constant.Text,
        ("boolean", RowConstantKind.Truth) => constant.Text == "true",
        ("float" or "real", RowConstantKind.Number) => (double)float.Parse(constant.Text, CultureInfo.InvariantCulture),
        ("double", RowConstantKind.Number) => double.Parse(constant.Text, CultureInfo.InvariantCulture),
        ("string" or "char" or "varchar" or "boolean", _) => null,
        ("date", RowConstantKind.Date or RowConstantKind.Text) => IsoTime.TryParseDate(constant.Text, out var date) ? date : null,
        ("timestamp", RowConstantKind.Date or RowConstantKind.Timestamp or RowConstantKind.Text) =>
            IsoTime.TryParse(constant.Text, out var time) ? time : null,
        ("date" or "timestamp", _) => null,
        (_, RowConstantKind.Number) => ExactNumber.TryParse(constant.Text, out var number) ? number : null,
        _ => null,
    };

    private static IComparable? ValueOf(object? cell, string type) => type switch
    {
        "string" or "char" or "varchar" => cell as string,
        "boolean" => cell as bool?,
        "float" or "real" or "double" => cell switch
        {
            float single when !float.IsNaN(single) => (double)single,
            double real when !double.IsNaN(real) => real,
            _ => null,
        },
        "date" or "timestamp" => cell as DateTime?,
        _ => ExactNumber.Of(cell),
    };
}
