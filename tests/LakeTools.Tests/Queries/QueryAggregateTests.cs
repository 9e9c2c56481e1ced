namespace LakeTools.Tests.Queries;

/// <summary>Aggregates do as in Trino, with DISTINCT, FILTER and OVER.</summary>
public sealed class QueryAggregateTests
{
    private const string Rows = "(VALUES ('a', 1, 1.0), (NULL, 2, 2.0), ('c', NULL, 2.0), ('d', 0, NULL)) AS t(x, y, z)";

    // Source: trino.io/docs/current/functions/aggregate.html. max_by and min_by do not ignore a value that is null, and any_value and
    // arbitrary return one that is not. The skewness of 1, 2, 3, 10 is sqrt(n) * m3 / m2 ** 1.5 of their central moments.
    [Theory]
    [InlineData("max_by(x, y)", "NULL")]
    [InlineData("min_by(x, y)", "d")]
    [InlineData("min_by(x, -y)", "NULL")]
    [InlineData("max_by(x, y, 2)", "[null, a]")]
    [InlineData("min_by(x, y, 2)", "[d, a]")]
    [InlineData("max_by(x, y) FILTER (WHERE y < 2)", "a")]
    [InlineData("max_by(DISTINCT x, y)", "NULL")]
    [InlineData("arbitrary(y) FILTER (WHERE x IS NULL OR x = 'c')", "2")]
    [InlineData("arbitrary(z) FILTER (WHERE y IS NULL OR y < 1)", "2.0")]
    [InlineData("approx_distinct(z), approx_distinct(z) FILTER (WHERE y = 1)", "2|1")]
    [InlineData("avg(z), avg(DISTINCT z), avg(z) FILTER (WHERE y = 2), count(*)", "1.7|1.5|2.0|4")]
    [InlineData("AVG(z), \"avg\"(z), avg /* ( */ (z -- )\n) /* FILTER ( */", "1.7|1.7|1.7")]
    [InlineData("avg(z) / 2, avg(y), avg(y + 1e0)", "0.9|1.0|2.0")]
    [InlineData("avg(y) FILTER (WHERE x <> ')' AND x <> E'\\')' AND x <> $$)$$)", "0.5")]
    [InlineData("(SELECT avg(u.b + max(t.z)) FROM (VALUES (1.5), (2.5)) AS u(b))", "4.0")]
    public async Task An_aggregate_does_as_in_Trino(string expressions, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expressions} FROM {Rows}"));

    [Fact]
    public async Task The_skewness_is_that_of_the_rows_and_not_of_a_sample()
    {
        var rows = await new QueryProbe().AskAsync("SELECT skewness(x) FROM (VALUES (1), (2), (3), (10)) AS t(x)");
        Assert.StartsWith("1.0182337649", Assert.Single(rows), StringComparison.Ordinal);
    }

    // Source: EntropyAggregation of Presto: the values are counts, and those that are null or 0 add nothing. 2, 2 are one bit.
    [Theory]
    [InlineData("entropy(x) FROM (VALUES (2), (2)) AS t(x)", "1.0")]
    [InlineData("round(entropy(x), 3), entropy(x) FILTER (WHERE x < 3), entropy(DISTINCT x - x) FROM (VALUES (1), (3), (0), (NULL)) t(x)",
        "0.811|0.0|0.0")]
    [InlineData("entropy(x) FROM (VALUES (1)) AS t(x) WHERE x > 1", "0.0")]
    public async Task The_entropy_is_that_of_counts(string expressions, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expressions}"));

    [Fact]
    public async Task The_entropy_of_a_negative_count_is_an_error() => Assert.StartsWith("INVALID_FUNCTION_ARGUMENT: Entropy",
        await new QueryProbe().FailAsync("SELECT entropy(x) FROM (VALUES (1), (-1)) AS t(x)"), StringComparison.Ordinal);

    // Source: DoubleRegressionAggregation and DoubleCorrelationAggregation of Presto write a result only if it is finite.
    [Theory]
    [InlineData("regr_slope(y, x), regr_intercept(y, x), corr(y, x)", "(1, 2), (1, 2)", "NULL|NULL|NULL")]
    [InlineData("regr_slope(y, x), regr_intercept(y, x), corr(y, x)", "(1, 2)", "NULL|NULL|NULL")]
    [InlineData("regr_slope(y, x), regr_intercept(y, x), corr(y, x)", "(1, 2), (2, 4)", "0.5|0.0|1.0")]
    public async Task What_no_line_goes_through_is_null(string expressions, string rows, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expressions} FROM (VALUES {rows}) AS t(y, x)"));

    [Theory]
    [InlineData("SELECT avg(z) OVER (ORDER BY y ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) "
        + "FROM (VALUES (1, 1.0), (2, 2.0), (3, 2.0)) AS t(y, z)", "1.0;1.5;2.0")]
    [InlineData("SELECT avg(z) OVER w, max_by(x, y) OVER w FROM (VALUES ('a', 1, 1.0), (NULL, 2, 4.0)) AS t(x, y, z) "
        + "WINDOW w AS (ORDER BY y)", "1.0|a;2.5|NULL")]
    [InlineData("SELECT avg(z) FILTER (WHERE y > 1) OVER (), arbitrary(x) OVER () FROM (VALUES ('a', 1, 1.0), ('a', 2, 4.0)) AS t(x, y, z)",
        "4.0|a;4.0|a")]
    [InlineData("SELECT avg(avg(z)) OVER () FROM (VALUES (1, 1.0), (1, 2.0), (2, 5.0)) AS t(k, z) GROUP BY k", "3.3;3.3")]
    [InlineData("SELECT k, avg(z) FROM (VALUES (1, 1.0), (1, 2.0), (2, 5.0), (3, 9.0)) AS t(k, z) "
        + "GROUP BY k HAVING avg(z) > 1.5 ORDER BY avg(z) DESC", "3|9.0;2|5.0")]
    [InlineData("SELECT k, avg(z) FROM (VALUES (1, 1.0), (2, 3.0)) AS t(k, z) GROUP BY ROLLUP (k) ORDER BY k", "1|1.0;2|3.0;NULL|2.0")]
    [InlineData("WITH a AS (SELECT avg(z) AS m FROM (VALUES (1.0), (2.0), (2.0)) AS t(z)) "
        + "SELECT m, (SELECT max_by(x, x) FROM (VALUES (1)) AS u(x)) FROM a", "1.7|1")]
    public async Task An_aggregate_is_one_wherever_it_may_be(string sql, string expected) =>
        Assert.Equal(expected.Split(';'), await new QueryProbe().AskAsync(sql));

    [Fact]
    public async Task Parameters_of_an_aggregate_are_those_that_are_given()
    {
        var sql = "SELECT avg(x + ?), ? || '?' FROM (VALUES (1.0), (2.0)) AS t(x) WHERE '?' = ? AND E'\\'?' <> '' /* ? */";
        Assert.Equal(["3.0|z?"], await new QueryProbe().AskAsync(sql, "1.5", "'z'", "'?'"));
    }

    [Theory]
    [InlineData("SELECT\n avg(missing) FROM t", "COLUMN_NOT_FOUND: line 2:6: Column 'missing' ")]
    [InlineData("SELECT avg(a), nothing(1) FROM t", "FUNCTION_NOT_FOUND: line 1:16: ")]
    [InlineData("SELECT avg(a), CAST(b AS integer) FROM t GROUP BY b", "INVALID_CAST_ARGUMENT: C")]
    [InlineData("SELECT 1, true / DATE '2026-01-01'", "SYNTAX_ERROR: No function matches the given name and argument types '+(")]
    public async Task An_error_has_its_place_in_the_query_or_none(string sql, string reason)
    {
        var table = new FakeTable([new("a", "int"), new("b", "string")], 0, [1, "x"]);
        Assert.StartsWith(reason, await new QueryProbe().With("sales.t", table).FailAsync(sql), StringComparison.Ordinal);
    }
}
