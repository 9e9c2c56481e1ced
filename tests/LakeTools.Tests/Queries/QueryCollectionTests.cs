namespace LakeTools.Tests.Queries;

/// <summary>Arrays and maps do as in Trino.</summary>
public sealed class QueryCollectionTests
{
    // Source: trino.io/docs/current/functions/array.html; ArrayContains of Trino returns null if an element is null.
    [Theory]
    [InlineData("contains(ARRAY[1, NULL], 2)", "NULL")]
    [InlineData("contains(ARRAY[1, NULL], 1)", "true")]
    [InlineData("contains(ARRAY[1, 2], 3)", "false")]
    [InlineData("contains(ARRAY[1, 2], NULL)", "NULL")]
    [InlineData("array_position(ARRAY[1, 2], 3)", "0")]
    [InlineData("array_position(ARRAY['a', 'b'], 'b')", "2")]
    [InlineData("array_position(ARRAY[1, 2], NULL)", "NULL")]
    [InlineData("array_distinct(ARRAY[3, 1, 3, NULL, NULL])", "[3, 1, null]")]
    [InlineData("array_intersect(ARRAY[3, 1, 3, NULL], ARRAY[NULL, 3])", "[3, null]")]
    [InlineData("array_sort(ARRAY[3, NULL, 1])", "[1, 3, null]")]
    [InlineData("array_join(ARRAY['a', NULL, 'b'], ',')", "a,b")]
    public async Task An_array_is_searched_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/array.html and map.html.
    [Theory]
    [InlineData("element_at(ARRAY[1, 2], 2)", "2")]
    [InlineData("element_at(ARRAY[1, 2], 3)", "NULL")]
    [InlineData("element_at(ARRAY[1, 2], -1)", "2")]
    [InlineData("element_at(map(ARRAY['a'], ARRAY[1]), 'b')", "NULL")]
    [InlineData("element_at(map(ARRAY[0, 1], ARRAY['x', 'y']), 0)", "x")]
    [InlineData("cardinality(ARRAY[1, 2])", "2")]
    [InlineData("cardinality(map(ARRAY['a'], ARRAY[1]))", "1")]
    [InlineData("cardinality(NULL)", "NULL")]
    [InlineData("map_concat(map(ARRAY['a'], ARRAY[1]), NULL)", "NULL")]
    [InlineData("map_concat(map(ARRAY['a'], ARRAY[1]), map(ARRAY['a'], ARRAY[2]), map(ARRAY['b'], ARRAY[3]))", "{a=2, b=3}")]
    [InlineData("map_entries(map(ARRAY['a'], ARRAY[1]))", "[{field0=a, field1=1}]")]
    [InlineData("ROW(1, 'x')", "{field0=1, field1=x}")]
    public async Task An_element_is_found_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/array.html.
    [Theory]
    [InlineData("repeat('x', 2)", "[x, x]")]
    [InlineData("repeat(i, 2) FROM (VALUES (7)) AS t(i)", "[7, 7]")]
    [InlineData("sequence(3, 1)", "[3, 2, 1]")]
    [InlineData("sequence(1, 10, 4)", "[1, 5, 9]")]
    [InlineData("sequence(1, 1)", "[1]")]
    public async Task An_array_is_made_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: the same pages; SequenceFunction and RepeatFunction of Trino.
    [Theory]
    [InlineData("element_at(ARRAY[1, 2], 0)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("sequence(1, 3, -1)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("sequence(1, 3, 0)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("repeat('x', -1)", "INVALID_FUNCTION_ARGUMENT")]
    public async Task What_Trino_rejects_fails(string expression, string reason) =>
        Assert.StartsWith(reason + ": ", await new QueryProbe().FailAsync($"SELECT {expression}"), StringComparison.Ordinal);

    // Source: trino.io/docs/current/sql/select.html: UNNEST expands an array of rows into a column for each field.
    [Theory]
    [InlineData("x, y FROM UNNEST(ARRAY[ROW(1, 'a'), ROW(2, 'b'), NULL]) AS t(x, y) ORDER BY x", "1|a;2|b;NULL|NULL")]
    [InlineData("* FROM (VALUES (7, ARRAY[ROW(1, 'a')]), (8, ARRAY[])) AS t(i, a) CROSS JOIN UNNEST(a) AS u(x, y)",
        "7|[{field0=1, field1=a}]|1|a")]
    [InlineData("i, u.* FROM (VALUES (7, ARRAY[ROW(1, 'a')]), (8, NULL)) AS t(i, a) LEFT JOIN UNNEST(t.a) AS u(x, y) ON true ORDER BY i",
        "7|1|a;8|NULL|NULL")]
    [InlineData("e[1] FROM UNNEST(ARRAY[ARRAY[ROW(1, 'a')]]) AS t(e)", "{field0=1, field1=a}")]
    public async Task The_fields_of_an_array_of_rows_are_columns(string query, string expected) =>
        Assert.Equal(expected.Split(';'), await new QueryProbe().AskAsync($"SELECT {query}"));

    [Theory]
    [InlineData("SELECT * FROM UNNEST(ARRAY[ROW(1, 'a')]) AS t")]
    [InlineData("SELECT x FROM UNNEST(ARRAY[ROW(1, 'a')]) AS t(x)")]
    [InlineData("SELECT u.* FROM (VALUES (ARRAY[ROW(1, 'a')])) AS t(a), UNNEST(t.a) AS u")]
    [InlineData("SELECT u.* FROM (VALUES (ARRAY[ROW(1, 'a')])) AS t(a), UNNEST(t.a) WITH ORDINALITY AS u(x, n)")]
    public async Task An_array_of_rows_needs_a_name_for_each_field(string sql) =>
        Assert.StartsWith("NOT_SUPPORTED: UNNEST of an array of rows", await new QueryProbe().FailAsync(sql), StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT * FROM UNNEST(ARRAY[1]) AS t(x, y)")]
    [InlineData("SELECT * FROM UNNEST(ARRAY[ROW(1, 'a')]) AS t(x, y, z)")]
    [InlineData("SELECT * FROM UNNEST(ARRAY[ROW(1, 'a', 3)]) AS t(x, y)")]
    public async Task Other_numbers_of_names_are_errors(string sql) =>
        Assert.StartsWith("SYNTAX_ERROR: ", await new QueryProbe().FailAsync(sql), StringComparison.Ordinal);

    // Source: TestRowOperators, TestArrayOperators and TestMapOperators of Trino: a null makes equality unknown unless another part
    // differs, and the order of a map's entries does not matter.
    [Theory]
    [InlineData("(1, NULL) = (1, NULL), (1, NULL) = (2, NULL), (1, 2) = (1, 2), ROW(1, NULL) <> ROW(1, NULL), (1, NULL) <> (2, NULL)",
        "NULL|false|true|NULL|true")]
    [InlineData("(1, NULL) IN ((1, NULL), (1, 2)), (1, 2) IN ((1, NULL), (1, 2)), (1, 2) NOT IN ((1, NULL)), (1, 2) NOT IN ((2, NULL))",
        "NULL|true|NULL|true")]
    [InlineData("ARRAY[1, NULL] = ARRAY[1, NULL], ARRAY[1, NULL] = ARRAY[2, NULL], ARRAY[1, 2] <> ARRAY[1, 2], ARRAY[1] = ARRAY[1, NULL]",
        "NULL|false|false|false")]
    [InlineData("map(ARRAY['a', 'b'], ARRAY[1, 2]) = map(ARRAY['b', 'a'], ARRAY[2, 1])", "true")]
    [InlineData("map(ARRAY['a', 'b'], ARRAY[1, NULL]) = map(ARRAY['b', 'a'], ARRAY[NULL, 1])", "NULL")]
    [InlineData("map(ARRAY['a'], ARRAY[1]) <> map(ARRAY['b'], ARRAY[1])", "true")]
    [InlineData("((1, ARRAY[NULL]), 2) = ((1, ARRAY[NULL]), 2), ((1, 2), 3) = ((1, 2), 3)", "NULL|true")]
    [InlineData("CAST(ARRAY[1] AS bigint[]) = ARRAY[1], ARRAY[1.0, 2.5] = ARRAY[1, 2.5], ROW(1) = CAST(ROW(1) AS row(x bigint))",
        "true|true|true")]
    [InlineData("count(*) FROM (VALUES (1, NULL), (1, 2)) t(a, b) WHERE (a, b) IN ((1, NULL), (1, 2))", "1")]
    [InlineData("count(*) FROM (VALUES (1, 'a'), (1, NULL), (1, 'z')) t(a, b) WHERE NOT (t.a, b) = (1, 'z')", "1")]
    [InlineData("count(*) FROM (VALUES (1, 'a'), (1, NULL), (1, 'z')) t(a, b) WHERE ROW(a, b) <> ROW(1, 'z')", "1")]
    [InlineData("NOT (1, NULL) IN ((1, NULL)), NOT ((1, 2) = (1, 3)), NOT (1, 2) <> (1, 2), NOT (ARRAY[1] = ARRAY[2] AND true)",
        "NULL|true|true|true")]
    [InlineData("a FROM (VALUES (ARRAY[1]), (ARRAY[2, NULL])) t(a) WHERE a = ARRAY[1] OR t.a <> ARRAY[2, NULL]", "[1]")]
    [InlineData("count(*) FROM (VALUES (1, 2), (1, NULL)) t(a, b) JOIN (VALUES (1, 2), (1, NULL)) u(a, b) ON (t.a, t.b) = (u.a, u.b)",
        "1")]
    [InlineData("CASE WHEN (avg(x), 1) = (1.5, 1) THEN 'ä' ELSE 'b' END FROM (VALUES (1.0), (2.0)) t(x) HAVING (sum(x), 1) IN ((3, 1))",
        "ä")]
    [InlineData("(a, b) IN (SELECT 1, 2) FROM (VALUES (1, 2)) t(a, b)", "true")]
    public async Task A_null_within_a_value_is_unknown(string query, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {query}"));

    [Theory]
    [InlineData("SELECT ((1, 2)) = (1, 2)")]
    [InlineData("SELECT ARRAY[1] || 2 = ARRAY[1, 2]")]
    [InlineData("SELECT CASE (1, NULL) WHEN (1, NULL) THEN 1 END")]
    public async Task A_comparison_in_another_form_is_rejected(string sql) =>
        Assert.StartsWith("NOT_SUPPORTED: line 1:", await new QueryProbe().FailAsync(sql), StringComparison.Ordinal);

    [Fact]
    public async Task A_parameter_may_be_within_a_row() => Assert.Equal(["true|x"], await new QueryProbe().AskAsync(
        "SELECT (1, ?) IN ((1, 2), (?, 3)), ?", "3", "1", "'x'"));
}
