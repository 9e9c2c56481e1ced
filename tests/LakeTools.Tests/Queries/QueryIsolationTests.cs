using LakeTools.Core.Queries;
using LakeTools.Query;
using LakeTools.Rules.Queries;

namespace LakeTools.Tests.Queries;

/// <summary>SQL gets at nothing but the tables that it names: what an attacker would try, statement by statement.</summary>
public sealed class QueryIsolationTests
{
    public static TheoryData<string> Attacks =>
    [
        // Files and addresses.
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_csv_auto('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_json('/etc/passwd')",
        "SELECT * FROM read_parquet('https://example.com/a.parquet')",
        "SELECT * FROM parquet_metadata('/tmp/a.parquet')",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM 's3://other/a.parquet'",
        "SELECT * FROM \"/tmp/a.parquet\"",
        "FROM 'a.csv'",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "COPY orders FROM '/etc/passwd'",
        "EXPORT DATABASE '/tmp/out'",
        "IMPORT DATABASE '/tmp/out'",
        // Other databases, extensions, settings.
        "ATTACH '/tmp/a.db' AS a",
        "ATTACH ':memory:' AS a",
        "DETACH awsdatacatalog",
        "USE memory",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA database_list",
        "PRAGMA version",
        "CALL pragma_version()",
        "CREATE SECRET s (TYPE s3)",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM which_secret('s3://a', 's3')",
        // What changes or makes things.
        "CREATE TABLE t AS SELECT 1",
        "CREATE VIEW v AS SELECT 1",
        "CREATE MACRO m() AS 1",
        "CREATE FUNCTION f(a) AS a",
        "INSERT INTO orders VALUES (1)",
        "UPDATE orders SET id = 1",
        "DELETE FROM orders",
        "DROP TABLE orders",
        "ALTER TABLE orders ADD COLUMN a INT",
        "TRUNCATE orders",
        "BEGIN",
        "CHECKPOINT",
        "VACUUM",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "EXPLAIN SELECT * FROM orders",
        "EXPLAIN ANALYZE SELECT * FROM orders",
        // DuckDB's own insides.
        "SHOW TABLES",
        "SHOW ALL TABLES",
        "DESCRIBE orders",
        "SUMMARIZE orders",
        "SELECT * FROM (DESCRIBE orders)",
        "SELECT * FROM (SHOW TABLES)",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_functions()",
        "SELECT * FROM duckdb_tables",
        "SELECT * FROM duckdb_views",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM pg_catalog.pg_class",
        "SELECT * FROM system.main.duckdb_settings",
        "SELECT * FROM memory.main.a",
        "SELECT * FROM temp.a",
        "SELECT * FROM duckdb_memory()",
        "SELECT * FROM duckdb_logs",
        "SELECT * FROM test_all_types()",
        "SELECT current_setting('memory_limit')",
        "SELECT getenv('PATH')",
        "SELECT getvariable('a')",
        "SELECT write_log('a')",
        "SELECT current_query()",
        "SELECT pg_get_viewdef(1)",
        "SELECT pg_catalog.pg_get_viewdef(1)",
        "SELECT nextval('s')",
        "SELECT json_serialize_plan('SELECT 1')",
        // SQL within SQL, and the functions behind our views.
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table('orders')",
        "SELECT * FROM query_table(['orders', 'secrets'])",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "SELECT * FROM \"__sales.orders\"()",
        "SELECT * FROM histogram(orders, id)",
        "SELECT * FROM histogram_values(orders, id)",
        "SELECT * FROM sql_auto_complete('S')",
        "SELECT \"__sales.orders\"()",
        "SELECT * FROM memory.main.\"__sales.orders\"()",
        "SELECT * FROM main.range(3)",
        "SELECT stats(id) FROM orders",
        "SELECT inet_client_addr()",
        "SELECT [x.getenv() for x in ['HOME']]",
        "SELECT system.main.range(3)",
        "SELECT * FROM summary((SELECT 1))",
        "SELECT * FROM repeat_row(1, num_rows = 3)",
        "SELECT * FROM arrow_scan(1, 2, 3)",
        "SELECT * FROM checkpoint()",
        "SELECT * FROM enable_logging()",
        "MERGE INTO orders USING orders AS o ON true WHEN MATCHED THEN DELETE",
        "SET VARIABLE a = 1",
        "UNLOAD (SELECT * FROM orders) TO 's3://other/a/' WITH (format = 'PARQUET')",
        "MSCK REPAIR TABLE orders",
        // Where such a thing may hide.
        "SELECT 1; SELECT * FROM read_text('/etc/passwd')",
        "SELECT (SELECT content FROM read_text('/etc/passwd'))",
        "SELECT 1 WHERE EXISTS (FROM read_text('/etc/passwd'))",
        "WITH a AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM a",
        "WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT count(*) FROM glob('/*'), a) SELECT * FROM a",
        "SELECT 1 UNION ALL SELECT length(content) FROM read_text('/etc/passwd')",
        "SELECT * FROM orders, LATERAL (SELECT * FROM read_text(region))",
        "SELECT * FROM orders JOIN read_text('/etc/passwd') ON true",
        "SELECT * FROM orders ORDER BY (SELECT count(*) FROM glob('/*'))",
        "SELECT * FROM orders LIMIT (SELECT count(*) FROM glob('/*'))",
        "SELECT list_transform([1], x -> (SELECT count(*) FROM glob('/*')))",
        "SELECT sum(id) FILTER (WHERE (SELECT count(*) FROM glob('/*')) > 0) FROM orders",
        "SELECT sum(id) OVER (ORDER BY (SELECT count(*) FROM glob('/*'))) FROM orders",
        "SELECT * FROM (VALUES ((SELECT count(*) FROM glob('/*')))) AS v",
        "SELECT * FROM unnest((SELECT list(file) FROM glob('/*')))",
        "SELECT * FROM range((SELECT count(*) FROM glob('/*')))",
        "WITH duckdb_settings AS (SELECT 1) SELECT * FROM duckdb_settings",
        "WITH sqlite_master AS (SELECT 1) SELECT * FROM (SELECT 2) AS t",
        "PIVOT orders ON region USING sum(id)",
        "FROM (PIVOT orders ON region USING sum(id))",
        "SELECT * FROM orders AT (VERSION => 1)",
        "SELECT * FROM orders ORDER BY getenv('PATH')",
        "SELECT * FROM orders GROUP BY ALL HAVING current_setting('threads') = 1",
        "SELECT $name",
        "SELECT 'a\0b'",
        "SELECT * FROM other.sales.orders",
        "SELECT * FROM awsdatacatalog.orders",
        "",
        ";",
        "-- nothing",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_statement_that_reaches_further_is_refused(string sql)
    {
        var probe = new QueryProbe().With("sales.orders", Orders());
        var reason = await probe.FailAsync(sql);
        // Refused by us, or as something that is not there; never by what DuckDB itself locks, which would be the last wall.
        Assert.Matches("^(NOT_SUPPORTED|TABLE_NOT_FOUND|SYNTAX_ERROR|CATALOG_NOT_FOUND|INVALID_PARAMETER_USAGE): ", reason);
        Assert.DoesNotContain("disabled by configuration", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", probe.Asked.Where(name => name != "sales.orders").Select(name => name.Split('.')[1]));
    }

    /// <summary>What remains where a statement comes past the lists: DuckDB is closed itself.</summary>
    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/laketools-out.csv'")]
    [InlineData("ATTACH '/tmp/laketools-a.db' AS a")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("SET temp_directory = '/tmp'")]
    public void DuckDB_is_closed_itself(string sql)
    {
        using var database = new DuckDatabase(sql, 1L << 30);
        database.Close("sales");
        Assert.Throws<QueryException>(() => database.Execute(sql));
    }

    /// <summary>What would fill the memory, or the time.</summary>
    [Theory]
    [InlineData("SELECT repeat('x', 10001)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT main.repeat('x', 10001)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT sequence(1, 10001)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT sequence(1, 100000, 2)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT lpad('x', 2000000000, 'y')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT rpad('x', 2000000000, 'y')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT replace(lpad('', 100000, 'a'), 'a', lpad('', 100000, 'b'))", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT regexp_replace(lpad('', 100000, 'a'), 'a', lpad('', 100000, 'b'))", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT levenshtein_distance(lpad('', 100000, 'a'), lpad('', 100000, 'b'))", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT regexp_matches('a', '((((a{1,100}){1,100}){1,100}){1,100})')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("SELECT range(1000000000000)", "NOT_SUPPORTED")]
    [InlineData("SELECT list_resize([1], 10000000000)", "NOT_SUPPORTED")]
    [InlineData("SELECT format('{:>2000000000}', 1)", "NOT_SUPPORTED")]
    [InlineData("SELECT damerau_levenshtein(lpad('', 100000, 'a'), lpad('', 100000, 'b'))", "NOT_SUPPORTED")]
    [InlineData("SELECT bitstring('1', 2000000000)", "NOT_SUPPORTED")]
    [InlineData("SELECT count(*) FROM (SELECT DISTINCT n FROM range(1000000000) AS t(n))", "EXCEEDED_LOCAL_MEMORY_LIMIT")]
    [InlineData("SELECT len(list(n)) FROM range(1000000000) AS t(n)", "EXCEEDED_LOCAL_MEMORY_LIMIT")]
    [InlineData("SELECT median(n) FROM range(1000000000) AS t(n)", "EXCEEDED_LOCAL_MEMORY_LIMIT")]
    [InlineData("SELECT length(string_agg(lpad('', 1000000, 'a'), '')) FROM range(100000)", "EXCEEDED_LOCAL_MEMORY_LIMIT")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r, range(1000)) SELECT count(*) FROM r",
        "EXCEEDED_LOCAL_MEMORY_LIMIT")]
    public async Task A_statement_that_grows_without_end_is_ended(string sql, string reason)
    {
        var probe = new QueryProbe();
        var work = new DuckEngine(64L * 1024 * 1024).RunAsync(new EngineQuery(sql, "sales", []), probe, probe,
            TestContext.Current.CancellationToken);
        Assert.Equal(reason, (await Assert.ThrowsAsync<QueryException>(() => work)).Message.Split(':')[0]);
    }

    /// <summary>DuckDB itself has values for such names.</summary>
    [Theory]
    [InlineData("user")]
    [InlineData("current_user")]
    [InlineData("session_user")]
    [InlineData("current_role")]
    [InlineData("current_catalog")]
    [InlineData("current_schema")]
    public async Task A_name_that_is_no_column_has_no_value(string name)
    {
        var hidden = new QueryProbe().With("sales.orders", Orders());
        var reason = await hidden.FailAsync($"SELECT {name} FROM orders");
        Assert.EndsWith($"Column '{name}' cannot be resolved", reason, StringComparison.Ordinal);
        var open = new FakeTable([new(name, "string")], 0, ["value"]);
        Assert.Equal(["value"], await new QueryProbe().With("sales.orders", open).AskAsync($"SELECT \"{name}\" FROM orders"));
    }

    [Theory]
    [InlineData("SELECT repeat('x', 2)", "[x, x]")] // Trino's makes an array
    [InlineData("SELECT sequence(3, 1)", "[3, 2, 1]")]
    [InlineData("SELECT sequence(1, 10, 4)", "[1, 5, 9]")]
    [InlineData("SELECT lpad('x', 3, 'y') || rpad('x', 3, 'y')", "yyxxyy")]
    [InlineData("SELECT replace('aba', 'a') || replace('aba', 'a', 'c')", "bcbc")]
    [InlineData("SELECT regexp_replace('a1b2', '([a-z])([0-9])', '$2$1')", "1a2b")]
    [InlineData("SELECT levenshtein_distance('abc', 'abd')", "1")]
    [InlineData("SELECT extract(year FROM DATE '2026-01-02')", "2026")]
    [InlineData("SELECT count(*) FROM orders", "3")]
    [InlineData("SELECT count(*) FROM sales.orders", "3")]
    [InlineData("SELECT count(*) FROM awsdatacatalog.sales.orders", "3")]
    [InlineData("SELECT count(*) FROM \"AwsDataCatalog\".\"sales\".\"orders\"", "3")]
    [InlineData("SELECT COUNT(*) FROM Sales.ORDERS;", "3")]
    [InlineData("WITH orders AS (SELECT 1 AS id) SELECT count(*) FROM orders", "1")]
    [InlineData("WITH a AS (SELECT * FROM orders) SELECT count(*) FROM a JOIN orders USING (id)", "3")]
    [InlineData("SELECT max(id) FROM (SELECT id FROM orders UNION ALL SELECT 9)", "9")]
    [InlineData("VALUES (7)", "7")]
    [InlineData("SELECT id FROM orders WHERE region = 'EU' ORDER BY id DESC LIMIT 1", "3")]
    [InlineData("SELECT 5 / 2", "2")]
    [InlineData("SELECT element_at(MAP {'a': 4}, 'a')", "4")]
    [InlineData("SELECT cardinality([1, 2])", "2")]
    [InlineData("SELECT date_format(TIMESTAMP '2026-01-02 03:04:05', '%Y-%m-%d %H:%i:%s')", "2026-01-02 03:04:05")]
    public async Task Queries_of_Athena_are_answered(string sql, string expected) =>
        Assert.Equal([expected], await new QueryProbe().With("sales.orders", Orders()).AskAsync(sql));

    [Fact]
    public async Task Only_tables_that_are_named_are_asked_for()
    {
        var probe = new QueryProbe().With("sales.orders", Orders()).With("sales.secrets", Orders());
        await probe.AskAsync("SELECT region, 'secrets' AS secrets FROM orders");
        Assert.Equal(["sales.orders"], probe.Asked);
    }

    private static FakeTable Orders() => new([new("id", "int"), new("region", "string")], 0, [1, "EU"], [2, "US"], [3, "EU"]);
}
