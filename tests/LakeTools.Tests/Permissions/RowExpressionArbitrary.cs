using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Rows;

namespace LakeTools.Tests.Permissions;

/// <summary>Random row expressions that fit one table, and rows of it.</summary>
internal static class RowExpressionArbitrary
{
    public static IReadOnlyList<RowColumn> Columns { get; } =
    [
        new("n", "bigint"), new("first", "string"), new("b", "boolean"), new("d", "decimal(38,2)"), new("r", "double"),
    ];

    /// <summary>Rows in which every column may be null.</summary>
    public static Gen<object?[]> Row { get; } =
        from n in OrNull(Gen.Choose(-2, 2).Select(value => (object)(long)value))
        from s in OrNull(Texts.Select(value => (object)value))
        from b in OrNull(Gen.Elements(true, false).Select(value => (object)value))
        from d in OrNull(Gen.Choose(-2, 2).Select(value => (object)(value / 2m)))
        from r in OrNull(Gen.Choose(-2, 2).Select(value => (object)(value / 2d)))
        select new[] { n, s, b, d, r };

    public static Gen<RowExpression> Expression { get; } = Of(3);

    private static Gen<string> Texts => Gen.Elements("", "a", "ab", "it's", "%", "é");

    private static Gen<object?> OrNull(Gen<object> values) =>
        Gen.Frequency((4, values.Select(value => (object?)value)), (1, Gen.Constant<object?>(null)));

    private static Gen<RowExpression> Of(int depth) => depth == 0 ? Simple() : Gen.Frequency(
        (2, Simple()),
        (1, Of(depth - 1).Select(operand => (RowExpression)new RowExpression.Not(operand))),
        (2, from left in Of(depth - 1) from right in Of(depth - 1) select (RowExpression)new RowExpression.And(left, right)),
        (2, from left in Of(depth - 1) from right in Of(depth - 1) select (RowExpression)new RowExpression.Or(left, right)));

    private static Gen<RowExpression> Simple() => Gen.OneOf(
        Gen.Elements(true, false).Select(value => (RowExpression)new RowExpression.Always(value)),
        Typed("n", Numbers(value => value.ToString(CultureInfo.InvariantCulture)), isOrdered: true),
        Typed("d", Numbers(value => (value / 2m).ToString(CultureInfo.InvariantCulture)), isOrdered: true),
        Typed("r", Numbers(value => (value / 2m).ToString(CultureInfo.InvariantCulture)), isOrdered: true),
        Typed("first", Texts.Select(value => new RowConstant(RowConstantKind.Text, value)), isOrdered: true),
        Typed("b", Gen.Elements("true", "false").Select(value => new RowConstant(RowConstantKind.Truth, value)), isOrdered: false),
        Gen.Elements("", "%", "a%", "_", "%b", "i_'s").Select(pattern =>
            (RowExpression)new RowExpression.Like(new RowReference("first"), new RowConstant(RowConstantKind.Text, pattern))));

    private static Gen<RowConstant> Numbers(Func<int, string> write) =>
        Gen.Choose(-2, 2).Select(value => new RowConstant(RowConstantKind.Number, write(value)));

    private static Gen<RowExpression> Typed(string column, Gen<RowConstant> constants, bool isOrdered)
    {
        var reference = new RowReference(column);
        var comparisons = isOrdered ? Enum.GetValues<RowComparison>() : [RowComparison.Equal, RowComparison.NotEqual];
        var compare = from comparison in Gen.Elements(comparisons) from constant in constants
            select (RowExpression)new RowExpression.Compare(reference, comparison, constant);
        var set = from count in Gen.Choose(1, 3) from list in Gen.ListOf(constants, count)
            select (RowExpression)new RowExpression.In(reference, [.. list]);
        var isNull = Gen.Constant((RowExpression)new RowExpression.IsNull(reference));
        var between = from low in constants from high in constants select (RowExpression)new RowExpression.Between(reference, low, high);
        return isOrdered ? Gen.OneOf(compare, set, isNull, between) : Gen.OneOf(compare, set, isNull);
    }
}
