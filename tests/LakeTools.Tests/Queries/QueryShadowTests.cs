using LakeTools.Core.Queries;
using LakeTools.Query;

namespace LakeTools.Tests.Queries;

/// <summary>What functions.sql defines takes precedence over DuckDB's own functions and operators, and no query avoids it.</summary>
public sealed class QueryShadowTests
{
    [Theory]
    [InlineData("SELECT main.concat('a', NULL), main.greatest(1, NULL)", "NULL|NULL")]
    [InlineData("SELECT CONCAT('a', NULL), \"concat\"('a', NULL), Concat('a', NULL)", "NULL|NULL|NULL")]
    [InlineData("SELECT max(concat(x, NULL)), sum(x / 2), count(split_part('a', ',', x)) FROM t", "NULL|6|1")]
    [InlineData("SELECT max(x / 2) OVER (ORDER BY x / 2 ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t WHERE x / 2 = 1", "1;1")]
    [InlineData("SELECT x / 2, sum(x) FROM t GROUP BY x / 2 HAVING sum(x) / count(*) > 1 ORDER BY x / 2 DESC", "2|9;1|5")]
    [InlineData("SELECT DISTINCT x / 2 + 1 FROM t ORDER BY x / 2 + 1 LIMIT 1 + 1", "1;2")]
    [InlineData("SELECT list_transform(ARRAY[1.0], y -> round(y / 3, 1)), list_transform(ARRAY['a-b'], y -> split_part(y, '-', 2))",
        "[0.3]|[b]")]
    [InlineData("SELECT count(*) FROM t AS a JOIN t AS b ON a.x / 2 = b.x AND concat('k', 'a') = concat('k', 'a')", "4")]
    [InlineData("SELECT (SELECT max(u.y / t.x) FROM (VALUES (8)) AS u(y) WHERE u.y / 2 = t.x) FROM t WHERE x = 4", "2")]
    [InlineData("SELECT x FROM t WHERE EXISTS (SELECT 1 FROM (VALUES (8)) AS u(y) WHERE u.y / t.x = 2 AND u.y - t.x = 4)", "4")]
    [InlineData("SELECT e FROM UNNEST(sequence(1, 4 / 2 + 1)) AS u(e) ORDER BY e", "1;2;3")]
    [InlineData("WITH RECURSIVE r(n) AS (SELECT 8 UNION ALL SELECT n / 2 FROM r WHERE n / 2 > 1) SELECT n FROM r", "8;4;2")]
    [InlineData("SELECT x FROM t WHERE x = 4 UNION ALL SELECT 7 / 2 ORDER BY 1", "3;4")]
    [InlineData("SELECT sum(x) OVER (ORDER BY DATE '2026-01-01' + x * INTERVAL '1' DAY "
        + "RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM t ORDER BY x", "1;3;5;7;9")]
    public async Task A_definition_holds_everywhere(string sql, string expected) =>
        Assert.Equal(expected.Split(';'), await new QueryProbe().With("sales.t", Numbers()).AskAsync(sql));

    [Theory]
    [InlineData("main")]
    [InlineData("memory")]
    [InlineData("temp")]
    [InlineData("system")]
    public async Task A_definition_holds_in_a_database_of_any_name(string database)
    {
        var probe = new QueryProbe();
        var sql = "SELECT concat('a', NULL), main.concat('a', NULL), 7 / 2, avg(x) FROM (VALUES (1.0), (2.0), (2.0)) AS t(x)";
        await new DuckEngine().RunAsync(new EngineQuery(sql, database, []), probe, probe, TestContext.Current.CancellationToken);
        Assert.Equal([null, null, "3", "1.7"], Assert.Single(probe.Rows));
    }

    [Theory]
    [InlineData("SELECT system.main.concat('a', NULL)")]
    [InlineData("SELECT pg_catalog.concat('a', NULL)")]
    [InlineData("SELECT main.avg(x) FROM t")]
    [InlineData("SELECT main.max_by(x, x) OVER () FROM t")]
    [InlineData("SELECT x.avg() FROM t")]
    [InlineData("SELECT __average(1, 2, 3)")]
    [InlineData("SELECT main.__average(1, 2, 3)")]
    [InlineData("SELECT avg(x), __average(1, 2, 3) FROM t")]
    [InlineData("SELECT __require(false, 'NOT_SUPPORTED')")]
    [InlineData("SELECT __divide(1, 2)")]
    [InlineData("SELECT avg(getenv('PATH')) FROM t")]
    [InlineData("SELECT avg(x) FILTER (WHERE current_setting('threads') = 1) FROM t")]
    [InlineData("SELECT list_transform(ARRAY[1], lambda \"$\": \"$\" + 1)")]
    public async Task Nothing_gets_past_a_definition(string sql) => Assert.StartsWith("NOT_SUPPORTED: line 1:",
        await new QueryProbe().With("sales.t", Numbers()).FailAsync(sql), StringComparison.Ordinal);

    /// <summary>A column that is named as an argument of a definition is none.</summary>
    [Fact]
    public async Task Names_of_columns_do_not_meet_those_of_definitions()
    {
        var rows = await new QueryProbe().AskAsync(
            "SELECT a / b, replace(x, s, r), repeat(i, n), sequence(first, last), element_at(x2, key) FROM "
            + "(VALUES (7, 2, 'ab', 'a', 'c', 5, 2, 1, 2, ARRAY[8], 1)) AS t(a, b, x, s, r, i, n, first, last, x2, key)");
        Assert.Equal(["3|cb|[5, 5]|[1, 2]|8"], rows);
    }

    /// <summary>
    /// DuckDB changes the order of conditions as it learns what they cost, unless one of them can fail. A condition that guards another
    /// one is evaluated first, also after many rows.
    /// </summary>
    [Theory]
    [InlineData("a / b > 1")]
    [InlineData("a % b >= 0")]
    [InlineData("a / CAST(b AS decimal(5,2)) > 1")]
    [InlineData("element_at(ARRAY[1, 1], b) > 0")]
    [InlineData("9223372036854775806 + b > 0 AND 9223372036854775807 - 1 + b > 0 AND a / b > 1")]
    public async Task A_condition_guards_those_after_it(string condition)
    {
        var rows = await new QueryProbe().AskAsync(
            "SELECT count(*) > 100 FROM (SELECT range AS a, CASE WHEN range % 1000 = 0 THEN 1 ELSE 0 END AS b FROM range(1000000)) "
            + $"WHERE a % 2 = 0 AND b <> 0 AND {condition}");
        Assert.Equal(["true"], rows);
    }

    [Fact]
    public async Task Columns_behind_a_star_have_Athenas_names()
    {
        var probe = new QueryProbe().With("sales.t", Numbers());
        await probe.AskAsync("SELECT 1 + 1, *, avg(x) OVER (), x / 2, x AS y, x FROM t");
        Assert.Equal(["_col0", "x", "_col2", "_col3", "y", "x"], probe.Columns.Select(column => column.Name));
        await probe.AskAsync("SELECT * FROM t");
        Assert.Equal(["x"], probe.Columns.Select(column => column.Name));
    }

    private static FakeTable Numbers() => new([new("x", "int")], 0, [1], [2], [3], [4], [5]);
}
