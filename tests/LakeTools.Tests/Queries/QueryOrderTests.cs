namespace LakeTools.Tests.Queries;

/// <summary>A name in ORDER BY is that of a column of the result, also within an expression.</summary>
public sealed class QueryOrderTests
{
    // Source: AbstractTestOrderByQueries of Presto, testOrderByWithOutputColumnReference.
    [Theory]
    [InlineData("SELECT a*2 AS b FROM (VALUES (-1), (0), (2)) t(a) ORDER BY b*-1", "4;0;-2")]
    [InlineData("SELECT a*-2 AS a FROM (VALUES (-1), (0), (2)) t(a) ORDER BY a*-1", "2;0;-4")]
    [InlineData("SELECT a*-2 a FROM (VALUES (-1), (0), (2)) t(a) ORDER BY A*-1", "2;0;-4")]
    [InlineData("SELECT a*-2 AS a FROM (VALUES (-1), (0), (2)) t(a) ORDER BY t.a*-1", "-4;0;2")]
    [InlineData("SELECT a*-2 FROM (VALUES (-1), (0), (2)) t(a) ORDER BY a*-1", "-4;0;2")]
    [InlineData("SELECT a AS b, a* -2 AS a FROM (VALUES (-1), (0), (2)) t(a) ORDER BY a + b", "2|-4;0|0;-1|2")]
    [InlineData("SELECT a* -2 AS a FROM (VALUES (-1), (0), (2)) t(a) ORDER BY a + t.a", "-4;0;2")]
    [InlineData("SELECT 1 x ORDER BY degrees(x)", "1")]
    [InlineData("SELECT a + 1 AS b FROM (VALUES (1), (2)) t(a) ORDER BY -1.0 * b", "3;2")]
    [InlineData("SELECT a AS a FROM (VALUES (1), (2)) t(a) ORDER BY -1.0 * a", "2;1")]
    [InlineData("SELECT max(a)*100 AS c FROM (VALUES (1,2), (2,1)) t(a,b) GROUP BY b ORDER BY max(b) + c", "100;200")]
    [InlineData("SELECT -a AS a FROM (VALUES (1,2),(3,2)) t(a,b) GROUP BY GROUPING SETS ((a), (a, b)) ORDER BY -a", "-1;-1;-3;-3")]
    [InlineData("SELECT -a AS a, a AS b FROM (VALUES (1), (2)) t(a) GROUP BY t.a ORDER BY t.a+2*a", "-2|2;-1|1")]
    [InlineData("SELECT -a AS a FROM (VALUES (1), (2)) t(a) ORDER BY first_value(a+t.a*2) OVER (ORDER BY a ROWS 0 PRECEDING)", "-1;-2")]
    public async Task An_expression_has_the_columns_of_the_result(string sql, string expected) =>
        Assert.Equal(expected.Split(';'), await new QueryProbe().AskAsync(sql));

    [Theory]
    [InlineData("SELECT substr(k,2) AS k FROM (VALUES ('az'),('ba')) t(k) ORDER BY lower(k) LIMIT 1", "a")]
    [InlineData("SELECT substr(k,2) AS \"k\", count(*) FROM (VALUES ('az'),('ba')) t(k) GROUP BY 1 ORDER BY lower(k) /* k */ DESC",
        "z|1;a|1")]
    [InlineData("SELECT k, sum(x) AS x FROM (VALUES (1,2),(2,3)) t(k,x) GROUP BY k ORDER BY -x", "2|3;1|2")]
    [InlineData("SELECT k, avg(x) AS x FROM (VALUES (1,2.0),(2,3.0)) t(k,x) GROUP BY k ORDER BY 0 - x", "2|3.0;1|2.0")]
    [InlineData("SELECT a IS DISTINCT FROM 1 AS a, a AS b FROM (VALUES (1), (2)) t(a) ORDER BY CASE WHEN a THEN 0 ELSE 1 END",
        "true|2;false|1")]
    [InlineData("SELECT x, (SELECT max(y) FROM (SELECT -x AS y)) AS y FROM (VALUES (1,5),(2,4)) t(x,y) ORDER BY y + 0", "2|-2;1|-1")]
    [InlineData("SELECT -a AS a FROM (VALUES (1),(2)) t(a) ORDER BY list_transform(ARRAY[1], a -> a)[1], a + 0", "-2;-1")]
    [InlineData("SELECT x FROM (SELECT -a AS a, a AS x FROM (VALUES (1),(2)) t(a) ORDER BY a + 0 LIMIT 1)", "2")]
    [InlineData("SELECT a FROM (VALUES (1),(2)) t(a) UNION ALL (SELECT -2 AS a ORDER BY a + 0 LIMIT 1) ORDER BY a",
        "-2;1;2")]
    public async Task So_it_does_in_any_part_of_a_statement(string sql, string expected) =>
        Assert.Equal(expected.Split(';'), await new QueryProbe().AskAsync(sql));

    [Fact]
    public async Task Parameters_of_a_column_are_those_that_are_given() => Assert.Equal(["3|0", "2|0"], await new QueryProbe().AskAsync(
        "SELECT a + ? AS a, ? AS b FROM (VALUES (1), (2)) t(a) WHERE a < ? ORDER BY a * ?", "1", "0", "9", "-1"));

    [Theory]
    [InlineData("SELECT -a AS a FROM (VALUES (1)) t(a) ORDER BY (SELECT max(a) FROM (VALUES (2)) u(a)) + 1", "NOT_SUPPORTED: line 1:60: ")]
    [InlineData("SELECT -a AS a, a + 1 AS a FROM (VALUES (1)) t(a) ORDER BY a + 1", "SYNTAX_ERROR: line 1:60: Column 'a' is ambiguous")]
    public async Task A_name_that_may_be_either_is_an_error(string sql, string reason) =>
        Assert.StartsWith(reason, await new QueryProbe().FailAsync(sql), StringComparison.Ordinal);
}
