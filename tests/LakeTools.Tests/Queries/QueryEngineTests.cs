using LakeTools.Core.Data.Cells;

namespace LakeTools.Tests.Queries;

/// <summary>What the engine reads of a table, and how it writes values.</summary>
public sealed class QueryEngineTests
{
    // Source of the texts: Athena's results as its clients record them (Java's texts of numbers, spaces between bytes).
    public static TheoryData<string, object?, string?> Values => new()
    {
        { "boolean", true, "true" },
        { "tinyint", (sbyte)-128, "-128" },
        { "smallint", (short)-3, "-3" },
        { "int", int.MinValue, "-2147483648" },
        { "bigint", long.MaxValue, "9223372036854775807" },
        { "float", 1.5f, "1.5" },
        { "double", 1d, "1.0" },
        { "double", 1e10, "1.0E10" },
        { "double", 123456.789, "123456.789" },
        { "double", 0.0001, "1.0E-4" },
        { "double", 0.001, "0.001" },
        { "double", double.NaN, "NaN" },
        { "double", double.NegativeInfinity, "-Infinity" },
        { "decimal(4,2)", -0.05m, "-0.05" },
        { "decimal(9,0)", 123456789m, "123456789" },
        { "decimal(18,3)", 123456789012345.678m, "123456789012345.678" },
        { "decimal(38,10)", "1234567890123456789012345678.0123456789", "1234567890123456789012345678.0123456789" },
        { "string", "ä€😀 and more than twelve bytes", "ä€😀 and more than twelve bytes" },
        { "string", "", "" },
        { "string", null, null },
        { "date", new DateTime(1, 1, 1), "0001-01-01" },
        { "date", new DateTime(9999, 12, 31), "9999-12-31" },
        { "timestamp", new DateTime(2026, 1, 31, 13, 5, 6, 7), "2026-01-31 13:05:06.007" },
        { "timestamp", new DateTime(1900, 1, 1, 0, 0, 0, 1), "1900-01-01 00:00:00.001" },
        { "binary", new byte[] { 0, 255 }, "00 ff" },
        { "array<int>", new object?[] { 1, null, 3 }, "[1, null, 3]" },
        { "array<array<string>>", new object?[] { new object?[] { "a" }, Array.Empty<object?>(), null }, "[[a], [], null]" },
        { "struct<a:int,b:string>", new DataRow(["a", "b"], [1, null]), "{a=1, b=null}" },
        { "array<struct<a:int>>", new object?[] { new DataRow(["a"], [1]), null }, "[{a=1}, null]" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_goes_through_as_it_is(string type, object? value, string? text)
    {
        var table = new FakeTable([new("v", type)], 0, [null], [value], [null], [value]);
        Assert.Equal(["NULL", text ?? "NULL", "NULL", text ?? "NULL"],
            await new QueryProbe().With("sales.t", table).AskAsync("SELECT v FROM t"));
    }

    [Fact]
    public async Task A_map_goes_through_as_it_is()
    {
        var map = new LakeMap(CellType.FromHive("string")) { ["k"] = 1, ["l"] = null };
        var table = new FakeTable([new("v", "map<string,int>")], 0, [map], [null], [map]);
        Assert.Equal(["{k=1, l=null}", "NULL", "{k=1, l=null}"], await new QueryProbe().With("sales.t", table).AskAsync("SELECT v FROM t"));
    }

    [Fact]
    public async Task Many_rows_of_many_chunks_go_through()
    {
        var rows = Enumerable.Range(0, 10_000)
            .Select(i => new object?[] { i, i % 3 == 0 ? null : $"row {i}", new object?[] { i, $"x{i}".Length } }).ToArray();
        var table = new FakeTable([new("id", "int"), new("name", "string"), new("items", "array<int>")], 0, rows);
        var probe = new QueryProbe().With("sales.t", table);
        Assert.Equal(["10000|6666|49995000|20000"],
            await probe.AskAsync("SELECT count(*), count(name), sum(id), sum(len(items)) FROM t"));
        Assert.Equal(10_000, (await probe.AskAsync("SELECT name, items FROM t")).Length);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM t", "a", null)]
    [InlineData("SELECT b FROM t", "b", null)]
    [InlineData("SELECT b FROM t WHERE year = '2026'", "b,year", "year = '2026'")]
    [InlineData("SELECT b FROM t WHERE a > 1 AND (year = '2026' AND day >= 3)", "a,b,day,year", "day >= 3 AND year = '2026'")]
    [InlineData("SELECT b FROM t WHERE year IN ('2025', '2026')", "b,year", "year IN ('2025', '2026')")]
    [InlineData("SELECT b FROM t WHERE year = '2026' OR a = 1", "a,b,year", null)]
    [InlineData("SELECT b FROM t WHERE year = 2026", "b,year", null)]
    [InlineData("SELECT b FROM t WHERE NOT year = '2026'", "b,year", null)]
    [InlineData("SELECT b FROM t WHERE year > '2025'", "b,year", null)]
    [InlineData("SELECT b FROM t AS x(year, b, c, d) WHERE year = '2026'", "a,b", null)]
    [InlineData("SELECT year AS b, b AS year FROM t WHERE year = '2026'", "b,year", "year = '2026'")]
    public async Task A_reading_takes_the_columns_and_partitions_that_are_needed(string sql, string columns, string? filter)
    {
        var table = new FakeTable([new("a", "int"), new("b", "string"), new("year", "string"), new("day", "int")], 2,
            [1, "x", "2026", 3], [2, "y", "2025", 4]);
        await new QueryProbe().With("sales.t", table).AskAsync(sql);
        var reading = Assert.Single(table.Readings);
        Assert.Equal(columns, string.Join(",", reading.Columns.Split(',').Order(StringComparer.Ordinal)));
        Assert.Equal(filter, reading.Filter);
    }

    [Fact]
    public async Task A_table_that_is_named_twice_is_not_narrowed_by_one_of_them()
    {
        var table = new FakeTable([new("a", "int"), new("year", "string")], 1, [1, "2026"], [2, "2025"]);
        var probe = new QueryProbe().With("sales.t", table);
        Assert.Equal(["2"], await probe.AskAsync("SELECT count(*) FROM t WHERE EXISTS (SELECT 1 FROM t AS u WHERE u.year = '2026')"));
        Assert.All(table.Readings, reading => Assert.Null(reading.Filter));
    }

    [Theory]
    [InlineData("'EU'", "varchar")]
    [InlineData("'o''clock'", "varchar")]
    [InlineData("-7", "integer")]
    [InlineData("12345678901", "bigint")]
    [InlineData("1.50", "decimal")]
    [InlineData("1.5E0", "double")]
    [InlineData("true", "boolean")]
    [InlineData("DATE '2026-01-31'", "date")]
    [InlineData("TIMESTAMP '2026-01-31 13:00:00.000'", "timestamp")]
    public async Task A_parameter_is_what_its_literal_is(string literal, string type)
    {
        var probe = new QueryProbe();
        var direct = await probe.AskAsync($"SELECT {literal} AS v");
        Assert.Equal(type, probe.Columns[0].Type);
        Assert.Equal(direct, await probe.AskAsync("SELECT ? AS v", literal));
        Assert.Equal(type, probe.Columns[0].Type);
    }

    [Theory]
    [InlineData("(SELECT 1)")]
    [InlineData("1 FROM range(3)")]
    [InlineData("1, 2")]
    [InlineData("1; SELECT 2")]
    [InlineData("1 LIMIT 0")]
    [InlineData("abs(-1)")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task A_parameter_that_is_no_literal_is_refused(string literal) =>
        Assert.StartsWith("INVALID_PARAMETER_USAGE: ", await new QueryProbe().FailAsync("SELECT ?", literal), StringComparison.Ordinal);

    [Fact]
    public async Task Parameters_are_as_many_as_question_marks()
    {
        Assert.StartsWith("INVALID_PARAMETER_USAGE: ", await new QueryProbe().FailAsync("SELECT ?"), StringComparison.Ordinal);
        Assert.StartsWith("INVALID_PARAMETER_USAGE: ", await new QueryProbe().FailAsync("SELECT 1", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_without_a_name_have_Athenas()
    {
        var probe = new QueryProbe();
        await probe.AskAsync("SELECT 1, 2 AS b, 1 + 1, sum(n) FROM range(3) AS t(n)");
        Assert.Equal(["_col0", "b", "_col2", "_col3"], probe.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("SELECT price FROM t", "COLUMN_NOT_FOUND: line 1:8: Column 'price' cannot be resolved")]
    [InlineData("SELECT\n  t.price FROM t", "COLUMN_NOT_FOUND: line 2:3: Column 'price' cannot be resolved")]
    [InlineData("SELECT * FROM none", "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.sales.none' does not exist")]
    [InlineData("SELECT 'ä', * FROM x.none", "TABLE_NOT_FOUND: line 1:20: Table 'awsdatacatalog.x.none' does not exist")]
    [InlineData("SELECT nothing(1)", "FUNCTION_NOT_FOUND: line 1:8: Function 'nothing' not registered")]
    [InlineData("SELECT FROM WHERE", "SYNTAX_ERROR: line 1:")]
    [InlineData("SELECT CAST('a' AS INTEGER)", "INVALID_CAST_ARGUMENT: ")]
    [InlineData("SELECT sum(n) FROM (VALUES (9223372036854775807), (1)) AS t(n)", "NUMERIC_VALUE_OUT_OF_RANGE: ")]
    public async Task An_error_is_Athenas(string sql, string reason)
    {
        var table = new FakeTable([new("a", "int")], 0, [1]);
        Assert.StartsWith(reason, await new QueryProbe().With("sales.t", table).FailAsync(sql), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r")]
    [InlineData("SELECT count(*) FROM range(100000) AS a(n), range(100000) AS b(m), range(100000) AS c(k) WHERE n + m + k = 7")]
    [InlineData("SELECT count(*) FROM range(1000000000000) AS t(n) WHERE regexp_matches(CAST(n AS VARCHAR), '(a+)+$')")]
    [InlineData("SELECT sum(length(lpad('', 1000000, 'a'))) FROM range(1000000000000)")]
    public async Task A_query_that_is_cancelled_ends(string sql)
    {
        using var stop = new CancellationTokenSource();
        var work = new LakeTools.Query.DuckEngine().RunAsync(
            new Core.Queries.EngineQuery(sql, "sales", []),
            new QueryProbe(), new QueryProbe(), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }
}
