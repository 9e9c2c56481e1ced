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
}
