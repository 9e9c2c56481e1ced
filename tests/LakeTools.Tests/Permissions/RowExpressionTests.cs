using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Rows;
using Xunit;

namespace LakeTools.Tests.Permissions;

/// <summary>The language of row filters: what is read, what is refused and where, and which rows pass.</summary>
public sealed class RowExpressionTests
{
    private static readonly Config s_thorough = Config.QuickThrowOnFailure.WithMaxTest(3000);
    private static readonly Arbitrary<RowExpression> s_expression = RowExpressionArbitrary.Expression.ToArbitrary();
    private static readonly Arbitrary<object?[]> s_row = RowExpressionArbitrary.Row.ToArbitrary();

    private static readonly RowColumn[] s_columns =
    [
        new("country", "string"), new("id", "bigint"), new("views", "int"), new("price", "decimal(38,10)"), new("score", "double"),
            new("weight", "float"),
        new("active", "boolean"), new("date", "date"), new("at", "timestamp"), new("code", "varchar(10)"), new("list", "array<int>"),
            new("map", "map<string,int>"),
        new("customer", "struct<id:int,address:struct<city:string,floors:decimal(10,2)>,tags:array<string>>"),
            new("year", "int", IsPartitionKey: true),
    ];

    [Fact]
    public void What_is_written_is_read_as_the_same() =>
        Prop.ForAll(s_expression, expression => expression == RowExpressionParser.Parse(expression.ToString())).Check(s_thorough);

    [Fact]
    public void A_row_passes_where_sqls_logic_says_so() => Prop.ForAll(s_expression, s_row, (expression, row) =>
        TableRowFilter.Parse(expression.ToString(), RowExpressionArbitrary.Columns)
            .Passes(row) == (ThreeValues.Of(expression, row) == Truth.Yes)).Check(s_thorough);

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_in_place()
    {
        // Bits of the language in any order: the worst that can come of them is an error that points into the text.
        var bits = Gen.Elements("(", ")", "country", "id", "=", "<>", "AND", "or", "Not", "IN", "between", "like", "is", "null", "'US'",
            "1", "-", ".5", "1e9", "\"", "'", ",",
            ".", "date", "DATE", "true", "é", "\0", "\ud83d", ";", "`", "==", "upper(", "/*", "--");
        Prop.ForAll(Gen.ListOf(bits).ToArbitrary(), parts =>
        {
            var text = string.Join(' ', parts);
            try
            {
                TableRowFilter.Parse(text, s_columns);
                return true;
            }
            catch (RowExpressionException error)
            {
                return error.Position >= 1 && error.Position <= Math.Max(text.Length + 1, RowExpressionParser.LengthLimit);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    // The first five are the developer guide's own examples.
    [Theory]
    [InlineData("year > 2010 and country != 'US'")]
    [InlineData("(year > 2010 and country = 'US') or (year < 8 and id > 23)")]
    [InlineData("(country between 'Z' and 'U') and (year = 2018)")]
    [InlineData("(country like '%ited%') and (year > 2000)")]
    [InlineData("year > 2010 and customer.id <> 1")]
    [InlineData("true")]
    [InlineData("NOT NOT active = true")]
    [InlineData("customer.address.city = 'Oslo' AND customer.address.floors >= 2.5")]
    [InlineData("COUNTRY IN ('US','CA') AND \"Country\" NOT LIKE 'x\n_'")]
    [InlineData("price = 1234567890123456789012345678.0123456789")]
    [InlineData("code is not null")]
    public void Is_read(string expression) => Assert.NotNull(TableRowFilter.Parse(expression, s_columns));

    [Theory]
    [InlineData("", 1)]
    [InlineData("country", 8)]
    [InlineData("country = ", 11)]
    [InlineData("country = 'US' AND", 19)]
    [InlineData("(country = 'US'", 16)]
    [InlineData("country = 'US')", 15)]
    [InlineData("country = 'US' id = 1", 16)]
    [InlineData("country = \"US\"", 11)]
    [InlineData("country = US", 11)]
    [InlineData("country = code", 11)]
    [InlineData("country == 'US'", 9)]
    [InlineData("country = NULL", 11)]
    [InlineData("country IN ()", 13)]
    [InlineData("country IN ('US'", 17)]
    [InlineData("country LIKE 'a!%' ESCAPE '!'", 20)]
    [InlineData("country LIKE 1", 14)]
    [InlineData("id LIKE '1%'", 1)]
    [InlineData("'US' = country", 1)]
    [InlineData("2010 < year", 1)]
    [InlineData("upper(country) = 'US'", 1)]
    [InlineData("country = upper('us')", 11)]
    [InlineData("date = '2026-01-31'", 1)]
    [InlineData("nope = 1", 1)]
    [InlineData("country = 'US' AND nope = 1", 20)]
    [InlineData("country = 1", 11)]
    [InlineData("id = '1'", 6)]
    [InlineData("id = true", 6)]
    [InlineData("id BETWEEN 1 OR 2", 14)]
    [InlineData("id BETWEEN 1 AND 'x'", 18)]
    [InlineData("id IN (1, 'x')", 11)]
    [InlineData("active > true", 1)]
    [InlineData("active = 1", 10)]
    // Types that AWS lists among the supported ones are text, numbers, booleans and structs.
    [InlineData("\"date\" = '2026-01-31'", 1)]
    [InlineData("id = 1 AND \"date\" >= DATE '2026-01-31'", 12)]
    [InlineData("\"at\" < TIMESTAMP '2026-01-31 10:20:30'", 1)]
    [InlineData("list = 1", 1)]
    [InlineData("\"map\" = 1", 1)]
    [InlineData("customer = 1", 1)]
    [InlineData("customer.nope = 1", 1)]
    [InlineData("customer.tags = 1", 1)]
    [InlineData("country.x = 1", 1)]
    [InlineData("year IS NULL", 1)]
    [InlineData("year IS NOT NULL", 1)]
    [InlineData("country = 'US", 11)]
    [InlineData("country = 'US';", 15)]
    [InlineData("`country` = 'US'", 1)]
    [InlineData("id = 1e999", 6)]
    [InlineData("country NOT = 'US'", 13)]
    [InlineData("country IS 'US'", 12)]
    public void Is_refused_in_place(string expression, int position) =>
        Assert.Equal(position, Assert.Throws<RowExpressionException>(() => TableRowFilter.Parse(expression, s_columns)).Position);

    [Fact]
    public void Length_and_depth_have_bounds()
    {
        RowExpressionParser.Parse("id = 1".PadRight(2047));
        Assert.Throws<RowExpressionException>(() => RowExpressionParser.Parse("id = 1".PadRight(2048)));
        Assert.Throws<RowExpressionException>(() => RowExpressionParser.Parse(new string('(', 1020) + "id=1" + new string(')', 1020)));
        Assert.Throws<RowExpressionException>(() => RowExpressionParser.Parse(string.Concat(Enumerable.Repeat("NOT ", 500)) + "id=1"));
        var wide = RowExpressionParser.Parse(string.Join(" OR ", Enumerable.Repeat("id=1", 250)));
        var engine = string.Join(" OR ", Enumerable.Repeat("(id = 1 AND NOT views = 2)", 20_000));
        Assert.False(TableRowFilter.Parse(engine, s_columns, int.MaxValue).Passes(new object?[s_columns.Length]));
        Assert.Equal(wide, RowExpressionParser.ParseGlue(wide.ToString().Replace(" = ", "=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("country = 'US'", true)]
    [InlineData("country = 'us'", false)]
    [InlineData("country LIKE 'U_'", true)]
    [InlineData("country LIKE 'u%'", false)]
    [InlineData("price = 12345678901234567890123456789.50", true)]
    [InlineData("price > 12345678901234567890123456789.49", true)]
    [InlineData("price < 1.2345678901234567890123456790e28", true)]
    [InlineData("weight = 0.1", true)]
    [InlineData("score = 0.1", true)]
    [InlineData("score > 1e-1", false)]
    [InlineData("active = true AND active <> false", true)]
    [InlineData("code = 'x'", false)]
    [InlineData("NOT code = 'x'", false)]
    [InlineData("code = 'x' OR year = 2026", true)]
    [InlineData("code IS NULL AND year IN (2025, 2026)", true)]
    [InlineData("customer.id = 1", false)]
    public void Passes(string expression, bool expected)
    {
        object?[] row = ["US", 1L, 2, "12345678901234567890123456789.5", 0.1, 0.1f, true, new DateTime(2026, 1, 31),
            new DateTime(2026, 1, 31, 10, 20, 30), null, null, null, null, 2026];
        Assert.Equal(expected, TableRowFilter.Parse(expression, s_columns).Passes(row));
    }

    [Fact]
    public void A_pattern_that_backtracks_takes_no_time()
    {
        var text = new string('a', 1500) + "b";
        Assert.False(LikePattern.Matches(text, string.Concat(Enumerable.Repeat("%a", 400)) + "c"));
        Assert.True(LikePattern.Matches("x\ud83d\ude00y", "x_y"));
    }

    private enum Truth
    {
        No,
        Unknown,
        Yes,
    }

    /// <summary>
    /// SQL's logic written another way than the product's: AND is the least of its sides, OR the greatest, NOT turns the order around.
    /// </summary>
    private static class ThreeValues
    {
        public static Truth Of(RowExpression expression, object?[] row) => expression switch
        {
            RowExpression.Always always => Of(always.Value),
            RowExpression.Not not => 2 - Of(not.Operand, row),
            RowExpression.And and => (Truth)Math.Min((int)Of(and.Left, row), (int)Of(and.Right, row)),
            RowExpression.Or or => (Truth)Math.Max((int)Of(or.Left, row), (int)Of(or.Right, row)),
            RowExpression.IsNull isNull => Of(Cell(isNull.Column, row) is null),
            RowExpression.Compare compare => Compare(compare, row),
            RowExpression.Between between => (Truth)Math.Min(
                (int)Compare(new(between.Column, RowComparison.GreaterOrEqual, between.Low), row),
                    (int)Compare(new(between.Column, RowComparison.LessOrEqual, between.High), row)),
            RowExpression.In set => set.Constants.Max(constant => Compare(new(set.Column, RowComparison.Equal, constant), row)),
            RowExpression.Like like => Cell(like.Column, row) is string text ? Of(Fits(text, like.Pattern.Text)) : Truth.Unknown,
            _ => throw new InvalidOperationException(),
        };

        private static Truth Compare(RowExpression.Compare compare, object?[] row)
        {
            if (Cell(compare.Column, row) is not { } cell) return Truth.Unknown;
            var constant = compare.Constant.Text;
            var order = cell switch
            {
                string text => string.CompareOrdinal(text, constant),
                bool truth => truth.CompareTo(bool.Parse(constant)),
                _ => Convert.ToDecimal(cell, null).CompareTo(decimal.Parse(constant, System.Globalization.CultureInfo.InvariantCulture)),
            };
            return Of(compare.Comparison switch
            {
                RowComparison.Equal => order == 0,
                RowComparison.NotEqual => order != 0,
                RowComparison.Less => order < 0,
                RowComparison.LessOrEqual => order <= 0,
                RowComparison.Greater => order > 0,
                _ => order >= 0,
            });
        }

        private static bool Fits(string text, string pattern) => pattern switch
        {
            "" => text.Length == 0,
            ['%', .. var rest] => Enumerable.Range(0, text.Length + 1).Any(at => Fits(text[at..], rest)),
            _ => text.Length > 0 && (pattern[0] == '_' || pattern[0] == text[0]) && Fits(text[1..], pattern[1..]),
        };

        private static Truth Of(bool value) => value ? Truth.Yes : Truth.No;

        private static object? Cell(RowReference column, object?[] row) =>
            row[RowExpressionArbitrary.Columns.Select(known => known.Name).ToList().IndexOf(column.Column)];
    }
}
