namespace LakeTools.Tests.Queries;

/// <summary>Functions of text do as those of Trino.</summary>
public sealed class QueryTextTests
{
    // Source: trino.io/docs/current/functions/string.html: concat is as ||; functions/comparison.html: greatest and least return null if
    // any argument is null.
    [Theory]
    [InlineData("concat('a', NULL)", "NULL")]
    [InlineData("concat('a', 'b', 'c')", "abc")]
    [InlineData("concat(ARRAY[1], ARRAY[2])", "[1, 2]")]
    [InlineData("concat('a', x) FROM (VALUES (CAST(NULL AS varchar))) AS t(x)", "NULL")]
    [InlineData("greatest(1, NULL, 3)", "NULL")]
    [InlineData("least(1, NULL, 3)", "NULL")]
    [InlineData("greatest(1, 2.5)", "2.5")]
    [InlineData("least('b', 'a')", "a")]
    [InlineData("greatest(DATE '2026-01-01', DATE '2026-01-02')", "2026-01-02")]
    [InlineData("concat_ws(',', 'a', NULL, 'b')", "a,b")]
    [InlineData("concat_ws(',', ARRAY['a', NULL, 'b'])", "a,b")]
    [InlineData("concat_ws(',', 'a')", "a")]
    [InlineData("concat_ws(NULL, 'a', 'b')", "NULL")]
    public async Task Null_is_not_left_out(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));
}
