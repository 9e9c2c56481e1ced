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

    // Source: trino.io/docs/current/functions/string.html; StringFunctions of Trino for a start of 0 and before the text.
    [Theory]
    [InlineData("split_part('a,b', ',', 2)", "b")]
    [InlineData("split_part('a,b', ',', 3)", "NULL")]
    [InlineData("split('a,b', ',')", "[a, b]")]
    [InlineData("substr('abc', 0)", "")]
    [InlineData("substr('abc', -2)", "bc")]
    [InlineData("substr('abc', -5)", "")]
    [InlineData("substr('abc', 0, 2)", "")]
    [InlineData("substr('abc', -5, 3)", "")]
    [InlineData("substr('abc', 2, -1)", "")]
    [InlineData("substring('abc' FROM 2 FOR 1)", "b")]
    [InlineData("substr(NULL, 0)", "NULL")]
    [InlineData("substr('äöü', 2, 1)", "ö")]
    [InlineData("strpos('abc', '')", "1")]
    [InlineData("position('c' IN 'abc')", "3")]
    public async Task A_part_is_taken_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/string.html: trim removes white space, upper maps no letter to several;
    // Character.isWhitespace and toUpperCase of Java.
    [Theory]
    [InlineData("'[' || trim(chr(9) || ' a ' || chr(10)) || ']'", "[a]")]
    [InlineData("'[' || ltrim(chr(12288) || 'a ') || ']'", "[a ]")]
    [InlineData("'[' || rtrim(' a' || chr(13)) || ']'", "[ a]")]
    [InlineData("length(trim('a' || chr(160)))", "2")]
    [InlineData("trim(BOTH '$' FROM '$var$')", "var")]
    [InlineData("trim(TRAILING 'ER' FROM upper('worker'))", "WORK")]
    [InlineData("upper('straße')", "STRAßE")]
    [InlineData("translate('abcd', 'aac', 'zq')", "zbd")]
    [InlineData("levenshtein_distance('ä', 'a')", "1")]
    [InlineData("levenshtein_distance('kitten', 'sitting')", "3")]
    [InlineData("hamming_distance('äb', 'ab')", "1")]
    public async Task White_space_and_letters_are_those_of_Java(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/url.html: url_encode escapes as a form does.
    [Theory]
    [InlineData("url_encode('a b*~ü')", "a+b*%7E%C3%BC")]
    [InlineData("url_decode('a+b%20c')", "a b c")]
    public async Task An_address_is_encoded_as_a_form(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/binary.html: md5, sha1 and sha256 return varbinary.
    [Theory]
    [InlineData("md5(to_utf8('a'))", "0c c1 75 b9 c0 f1 b6 a8 31 c3 99 e2 69 77 26 61")]
    [InlineData("to_hex(md5(to_utf8('a')))", "0CC175B9C0F1B6A831C399E269772661")]
    [InlineData("to_hex(sha1(to_utf8('')))", "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709")]
    [InlineData("to_hex(sha256(to_utf8('')))", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("from_utf8(to_utf8('ä'))", "ä")]
    public async Task A_hash_is_binary(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/regexp.html; JoniRegexpFunctions of Trino return null without a match.
    [Theory]
    [InlineData("regexp_extract('abc', '\\d+')", "NULL")]
    [InlineData("regexp_extract('1a 2b 14m', '\\d+')", "1")]
    [InlineData("regexp_extract('1a 2b 14m', '(\\d+)([a-z]+)', 2)", "a")]
    [InlineData("regexp_extract('abc', 'b*')", "")]
    [InlineData("regexp_replace('1a 2b 14m', '(\\d+)([ab]) ', '3c$2 ')", "3ca 3cb 14m")]
    [InlineData("regexp_replace('ab', '(a)(b)', '$2\\$1')", "b$1")]
    [InlineData("regexp_replace('1a 2b 14m', '\\d+[ab] ')", "14m")]
    [InlineData("regexp_extract_all('1a 2b 14m', '(\\d+)([a-z]+)', 2)", "[a, b, m]")]
    public async Task Regular_expressions_do_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/json.html: json_extract_scalar returns null for an array, an object and null; JsonExtract
    // returns null for text that is no JSON.
    [Theory]
    [InlineData("json_extract_scalar('{\"a\":[1]}', '$.a')", "NULL")]
    [InlineData("json_extract_scalar('{\"a\":{\"b\":1}}', '$.a')", "NULL")]
    [InlineData("json_extract_scalar('{\"a\":null}', '$.a')", "NULL")]
    [InlineData("json_extract_scalar('{\"a\":\"x\"}', '$.a')", "x")]
    [InlineData("json_extract_scalar('{\"a\":{\"b\":[1,true]}}', '$.a.b[1]')", "true")]
    [InlineData("json_extract_scalar('{\"a b\":1}', '$[\"a b\"]')", "1")]
    [InlineData("json_extract_scalar('{\"a\":1}', '$.b')", "NULL")]
    [InlineData("json_extract_scalar('bad', '$.a')", "NULL")]
    [InlineData("json_extract('{\"a\":[1,2]}', '$.a')", "[1,2]")]
    [InlineData("json_extract('bad', '$.a')", "NULL")]
    [InlineData("json_array_length('[1,2]')", "2")]
    [InlineData("json_array_length('{\"a\":1}')", "NULL")]
    [InlineData("json_format(json_parse('{\"a\":1}'))", "{\"a\":1}")]
    public async Task JSON_is_read_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: the same pages.
    [Theory]
    [InlineData("split_part('a,b', ',', 0)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("split_part('a,b', ',', -1)", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("split('a', '')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("lpad('abc', -1, 'x')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("hamming_distance('a', 'ab')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("regexp_replace('a', 'a', 'x$')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("json_extract_scalar('{\"a\":1}', 'a')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("json_extract('{\"a\":[1]}', '$.a[*]')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("replace('aba', '', 'c')", "NOT_SUPPORTED")]
    [InlineData("json_value('{\"a\":1}', 'lax $.a')", "NOT_SUPPORTED")]
    [InlineData("json_exists('{\"a\":1}', 'lax $.a')", "NOT_SUPPORTED")]
    [InlineData("json_array(1, NULL)", "NOT_SUPPORTED")]
    [InlineData("json_object('a', 1)", "NOT_SUPPORTED")]
    [InlineData("log(8)", "SYNTAX_ERROR")]
    [InlineData("contains('abc', 'b')", "SYNTAX_ERROR")]
    [InlineData("typeof(ARRAY[1])", "NOT_SUPPORTED")]
    public async Task What_Trino_rejects_fails(string expression, string reason) =>
        Assert.StartsWith(reason + ": ", await new QueryProbe().FailAsync($"SELECT {expression}"), StringComparison.Ordinal);

    // Source: trino.io/docs/current/language/types.html, varbinary; TestSqlParser of Trino has the errors.
    [Theory]
    [InlineData("from_utf8(X'41'), to_hex(x'41ff'), X'' = to_utf8(''), X'41 4\n2' = to_utf8('AB')", "A|41FF|true|true")]
    [InlineData("X'4142'", "41 42")]
    [InlineData("'X''41''', \"X\" FROM (VALUES (1)) AS t(\"X\") /* X'41' */", "X'41'|1")]
    [InlineData("count(*) FROM (VALUES (to_utf8('A')), (to_utf8('B'))) AS t(b) WHERE b = X'41'", "1")]
    [InlineData("max_by(b, b = X'41') FROM (VALUES (to_utf8('A')), (to_utf8('B'))) AS t(b)", "41")]
    public async Task A_binary_literal_is_bytes(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    [Fact]
    public async Task A_parameter_may_be_a_binary_literal() =>
        Assert.Equal(["A|true"], await new QueryProbe().AskAsync("SELECT from_utf8(?), ? = to_utf8('')", "X'41'", "X''"));

    [Theory]
    [InlineData("SELECT 'ä', X'4'", "SYNTAX_ERROR: line 1:13: Binary literal must contain an even number of digits")]
    [InlineData("SELECT X'4z'", "SYNTAX_ERROR: line 1:8: Binary literal can only contain hexadecimal digits")]
    [InlineData("SELECT B'101'", "SYNTAX_ERROR: line 1:8: ")]
    public async Task Other_bytes_are_rejected(string sql, string reason) =>
        Assert.StartsWith(reason, await new QueryProbe().FailAsync(sql), StringComparison.Ordinal);

    // Source: castToBinary of VarcharOperators of Trino: the bytes of the text. It has no cast of varbinary to varchar.
    [Theory]
    [InlineData("CAST('\\x41' AS varbinary)", "5c 78 34 31")]
    [InlineData("CAST('é' AS varbinary) = to_utf8('é')", "true")]
    [InlineData("from_utf8(CAST('é' AS varbinary)), to_hex(CAST('a' AS varbinary)), TRY_CAST(X'41' AS varchar)", "é|61|NULL")]
    public async Task A_text_is_cast_to_its_bytes(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    [Fact]
    public async Task Bytes_are_not_cast_to_text() => Assert.StartsWith("TYPE_MISMATCH: ",
        await new QueryProbe().FailAsync("SELECT CAST(to_utf8('a') AS varchar)"), StringComparison.Ordinal);
}
