namespace LakeTools.Tests.Queries;

/// <summary>Numbers are computed as Trino computes them.</summary>
public sealed class QueryNumberTests
{
    // Source: trino.io/docs/current/functions/decimal.html (x / y has the larger scale), language/types.html; DecimalOperators rounds
    // half up.
    [Theory]
    [InlineData("1.0 / 3", "0.3")]
    [InlineData("2.0 / 3", "0.7")]
    [InlineData("1 / 3.00", "0.33")]
    [InlineData("1.0000 / 3", "0.3333")]
    [InlineData("10.00 / 0.01", "1000.00")]
    [InlineData("100.0 * 1 / 3", "33.3")]
    [InlineData("-1.0 / 2", "-0.5")]
    [InlineData("-0.5 / 10", "-0.1")]
    [InlineData("0.5 / -10", "-0.1")]
    [InlineData("1.00 / CAST(8 AS bigint)", "0.13")]
    [InlineData("CAST(2 AS decimal(38,37)) / 3", "0.6666666666666666666666666666666666667")]
    [InlineData("CAST(100 AS decimal(38,18)) / 3", "33.333333333333333333")]
    [InlineData("CAST(0.5 AS decimal(38,38)) / 3", "0.16666666666666666666666666666666666667")]
    [InlineData("7 / 2", "3")]
    [InlineData("-7 / 2", "-3")]
    [InlineData("7 / 2e0", "3.5")]
    [InlineData("1.5 / 2e0", "0.75")]
    [InlineData("CAST(5 AS real) / 2", "2.5")]
    [InlineData("10 / 4 * 2.5", "5.0")]
    [InlineData("NULL / 2", "NULL")]
    [InlineData("1.0 / NULL", "NULL")]
    [InlineData("sum(x) / count(*) FROM (VALUES (1.50), (2.25)) AS t(x)", "1.88")]
    [InlineData("sum(x) / count(*) FROM (VALUES (1), (2)) AS t(x)", "1")]
    public async Task A_quotient_has_the_scale_that_Trino_documents(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: IEEE 754, which trino.io/docs/current/language/types.html names for double and real.
    [Theory]
    [InlineData("1e0 / 0e0", "Infinity")]
    [InlineData("-1e0 / 0", "-Infinity")]
    [InlineData("0e0 / 0e0", "NaN")]
    [InlineData("5e0 % 0e0", "NaN")]
    [InlineData("CAST(1 AS real) / 0", "Infinity")]
    public async Task A_division_by_zero_of_doubles_has_a_value(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/conditional.html#try: division by zero is an error that TRY handles.
    [Theory]
    [InlineData("1 / 0", "DIVISION_BY_ZERO")]
    [InlineData("1.5 / 0", "DIVISION_BY_ZERO")]
    [InlineData("1 / 0.00", "DIVISION_BY_ZERO")]
    [InlineData("5 % 0", "DIVISION_BY_ZERO")]
    [InlineData("5.5 % 0", "DIVISION_BY_ZERO")]
    [InlineData("mod(5, 0)", "DIVISION_BY_ZERO")]
    [InlineData("CAST(1e37 AS decimal(38,0)) / 0.01", "NUMERIC_VALUE_OUT_OF_RANGE")]
    [InlineData("sum(a / b) FROM (VALUES (1, 0)) AS t(a, b)", "DIVISION_BY_ZERO")]
    public async Task A_division_by_zero_of_other_numbers_fails(string expression, string reason) =>
        Assert.StartsWith(reason + ": ", await new QueryProbe().FailAsync($"SELECT {expression}"), StringComparison.Ordinal);

    // Source: trino.io/docs/current/functions/conditional.html#try.
    [Theory]
    [InlineData("try(1 / 0)", "NULL")]
    [InlineData("try(CAST('x' AS integer) / 2)", "NULL")]
    [InlineData("coalesce(try(1.0 / 0), 5)", "5.0")]
    [InlineData("CASE WHEN false THEN 1 / 0 ELSE 5 END", "5")]
    [InlineData("5 / nullif(0, 0)", "NULL")]
    public async Task TRY_makes_the_error_null(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/aggregate.html; DecimalAverageAggregation returns decimal(p, s), rounded half up.
    [Theory]
    [InlineData("avg(x) FROM (VALUES (1.0), (2.0), (2.0)) AS t(x)", "1.7")]
    [InlineData("avg(x) FROM (VALUES (1), (2)) AS t(x)", "1.5")]
    [InlineData("avg(x) FROM (VALUES (1e0), (2e0)) AS t(x)", "1.5")]
    [InlineData("avg(x) FROM (VALUES (CAST(1 AS decimal(38,18))), (2), (2)) AS t(x)", "1.666666666666666667")]
    [InlineData("avg(x) FROM (VALUES (CAST(NULL AS decimal(5,2)))) AS t(x)", "NULL")]
    [InlineData("avg(x) / 2 FROM (VALUES (1.0), (2.0), (2.0)) AS t(x)", "0.9")]
    public async Task An_average_of_decimals_keeps_their_scale(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/math.html: round(x, d), sign(x) and mod(n, m) have the type of their input, to_base has
    // digits in lower case.
    [Theory]
    [InlineData("round(1.256, 2)", "1.260")]
    [InlineData("round(9.99, 1)", "10.00")]
    [InlineData("round(2.5)", "3")]
    [InlineData("round(-2.5e0)", "-3.0")]
    [InlineData("round(15, -1)", "20")]
    [InlineData("round(2.567e0, 1)", "2.6")]
    [InlineData("round(NULL, 1)", "NULL")]
    [InlineData("sign(-2e0)", "-1.0")]
    [InlineData("sign(-2.5)", "-1")]
    [InlineData("sign(-2)", "-1")]
    [InlineData("log(2, 8)", "3.0")]
    [InlineData("mod(-7, 3)", "-1")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("5.5 % 2", "1.5")]
    [InlineData("to_base(255, 16)", "ff")]
    [InlineData("power(2, 3)", "8.0")]
    [InlineData("typeof(round(1.5, 0))", "decimal(3,1)")]
    [InlineData("typeof(7 / 2)", "integer")]
    [InlineData("typeof(CAST(1 AS real))", "real")]
    [InlineData("typeof(DATE '2026-01-01')", "date")]
    public async Task Numbers_are_rounded_and_signed_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: DoubleOperators and RealOperators of Trino: MathFunctions.round and RoundingMode.HALF_UP.
    [Theory]
    [InlineData("CAST(2.5e0 AS integer)", "3")]
    [InlineData("CAST(-2.5e0 AS bigint)", "-3")]
    [InlineData("CAST(3.5e0 AS smallint)", "4")]
    [InlineData("CAST(CAST(2.5 AS real) AS tinyint)", "3")]
    [InlineData("CAST(2.5 AS integer)", "3")]
    [InlineData("CAST('-7' AS integer)", "-7")]
    [InlineData("try_cast('1.5' AS integer)", "NULL")]
    [InlineData("try_cast(1e10 AS integer)", "NULL")]
    [InlineData("CAST('T' AS boolean)", "true")]
    [InlineData("CAST('0' AS boolean)", "false")]
    public async Task A_cast_to_an_integer_rounds_half_up(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: VarcharOperators and DoubleOperators of Trino.
    [Theory]
    [InlineData("CAST('1.5' AS integer)", "INVALID_CAST_ARGUMENT")]
    [InlineData("CAST(' 12 ' AS bigint)", "INVALID_CAST_ARGUMENT")]
    [InlineData("CAST('128' AS tinyint)", "INVALID_CAST_ARGUMENT")]
    [InlineData("CAST('yes' AS boolean)", "INVALID_CAST_ARGUMENT")]
    [InlineData("CAST(9.3e18 AS bigint)", "NUMERIC_VALUE_OUT_OF_RANGE")]
    [InlineData("CAST(CAST('NaN' AS double) AS integer)", "INVALID_CAST_ARGUMENT")]
    public async Task A_cast_that_Trino_rejects_fails(string expression, string reason) =>
        Assert.StartsWith(reason + ": ", await new QueryProbe().FailAsync($"SELECT {expression}"), StringComparison.Ordinal);

    // Source: DoubleOperators and RealOperators of Trino: the format 0.0###################E0, and 0.0#####E0 for real.
    [Theory]
    [InlineData("CAST(1e0 AS varchar)", "1.0E0")]
    [InlineData("CAST(1.5e-7 AS varchar)", "1.5E-7")]
    [InlineData("CAST(123456.789e0 AS varchar)", "1.23456789E5")]
    [InlineData("CAST(0e0 AS varchar)", "0E0")]
    [InlineData("CAST(-0e0 AS varchar)", "-0E0")]
    [InlineData("CAST(CAST('Infinity' AS double) AS varchar)", "Infinity")]
    [InlineData("CAST(CAST(0.1 AS real) AS varchar)", "1.0E-1")]
    [InlineData("CAST(1.50 AS varchar)", "1.50")]
    [InlineData("'x' || CAST(1e100 AS varchar)", "x1.0E100")]
    [InlineData("array_join(ARRAY[1e0], ',')", "1.0E0")]
    public async Task A_double_is_written_with_an_exponent(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));
}
