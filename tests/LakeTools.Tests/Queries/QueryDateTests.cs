using System.Globalization;

namespace LakeTools.Tests.Queries;

/// <summary>Dates and times do as in Trino.</summary>
public sealed class QueryDateTests
{
    // Source: trino.io/docs/current/functions/datetime.html#interval-functions; Joda-Time counts whole units.
    [Theory]
    [InlineData("date_diff('year', DATE '2000-12-31', DATE '2026-01-01')", "25")]
    [InlineData("date_diff('day', TIMESTAMP '2026-01-01 23:00:00', TIMESTAMP '2026-01-02 01:00:00')", "0")]
    [InlineData("date_diff('month', DATE '2026-01-31', DATE '2026-02-28')", "1")]
    [InlineData("date_diff('month', DATE '2026-01-15', DATE '2026-02-14')", "0")]
    [InlineData("date_diff('week', DATE '2026-01-01', DATE '2026-01-07')", "0")]
    [InlineData("date_diff('quarter', DATE '2026-01-31', DATE '2026-04-01')", "0")]
    [InlineData("date_diff('hour', TIMESTAMP '2026-01-01 00:59:59', TIMESTAMP '2026-01-01 02:00:00')", "1")]
    [InlineData("date_diff('second', TIMESTAMP '2020-06-01 12:30:45.000', TIMESTAMP '2020-06-02 12:30:45.123')", "86400")]
    [InlineData("date_diff('millisecond', TIMESTAMP '2020-06-01 12:30:45.000', TIMESTAMP '2020-06-02 12:30:45.123')", "86400123")]
    [InlineData("date_diff('day', DATE '2026-02-01', DATE '2026-01-01')", "-31")]
    public async Task Whole_units_are_counted(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/datetime.html#date-and-time-operators.
    [Theory]
    [InlineData("DATE '2012-08-08' + INTERVAL '2' DAY", "2012-08-10")]
    [InlineData("INTERVAL '2' DAY + DATE '2012-08-08'", "2012-08-10")]
    [InlineData("DATE '2026-01-31' + INTERVAL '1' MONTH", "2026-02-28")]
    [InlineData("DATE '2012-08-08' - INTERVAL '2' DAY", "2012-08-06")]
    [InlineData("DATE '2026-01-31' + INTERVAL '24' HOUR", "2026-02-01")]
    [InlineData("TIMESTAMP '2012-08-08 01:00:00' + INTERVAL '29' HOUR", "2012-08-09 06:00:00.000")]
    [InlineData("TIMESTAMP '2012-10-31 01:00:00' - INTERVAL '1' MONTH", "2012-09-30 01:00:00.000")]
    [InlineData("TIME '01:00:00' + INTERVAL '3' HOUR", "04:00:00.000")]
    [InlineData("DATE '2026-01-31' - DATE '2026-01-01' > INTERVAL '29' DAY", "true")]
    [InlineData("max(d) + INTERVAL '1' DAY FROM (VALUES (DATE '2026-01-01')) AS t(d)", "2026-01-02")]
    [InlineData("max(d) + INTERVAL '1' DAY FROM (VALUES (TIMESTAMP '2026-01-01 05:00:00')) AS t(d)", "2026-01-02 05:00:00.000")]
    [InlineData("date_add('day', 1, DATE '2026-01-01')", "2026-01-02")]
    [InlineData("date_add('month', -1, DATE '2026-03-31')", "2026-02-28")]
    [InlineData("date_add('second', 86, TIMESTAMP '2020-03-01 00:00:00')", "2020-03-01 00:01:26.000")]
    [InlineData("date_add('quarter', 1, DATE '2026-01-31')", "2026-04-30")]
    public async Task A_date_and_an_interval_are_a_date(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/datetime.html#extraction-function and its convenience functions.
    [Theory]
    [InlineData("extract(DOW FROM DATE '2026-01-04')", "7")]
    [InlineData("extract(DAY_OF_WEEK FROM DATE '2026-01-05')", "1")]
    [InlineData("extract(DAY_OF_MONTH FROM DATE '2026-01-05')", "5")]
    [InlineData("extract(DOY FROM DATE '2026-02-01')", "32")]
    [InlineData("extract(DAY_OF_YEAR FROM DATE '2026-02-01')", "32")]
    [InlineData("extract(WEEK FROM DATE '2027-01-01')", "53")]
    [InlineData("extract(YEAR_OF_WEEK FROM DATE '2027-01-01')", "2026")]
    [InlineData("extract(YOW FROM DATE '2027-01-01')", "2026")]
    [InlineData("extract(SECOND FROM TIMESTAMP '2026-01-01 00:00:07.900')", "7")]
    [InlineData("millisecond(TIMESTAMP '2026-01-01 05:00:07.900')", "900")]
    [InlineData("day_of_week(DATE '2026-01-04')", "7")]
    public async Task A_part_of_a_date_is_that_of_ISO_8601(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/datetime.html: date_trunc, from_unixtime, to_iso8601; language/types.html: casts of
    // timestamps.
    [Theory]
    [InlineData("date_trunc('month', DATE '2026-01-15')", "2026-01-01")]
    [InlineData("date_trunc('hour', TIMESTAMP '2001-08-22 03:04:05.321')", "2001-08-22 03:00:00.000")]
    [InlineData("date_trunc('week', TIMESTAMP '2001-08-22 03:04:05.321')", "2001-08-20 00:00:00.000")]
    [InlineData("from_unixtime(0)", "1970-01-01 00:00:00.000 UTC")]
    [InlineData("from_unixtime(1234567890)", "2009-02-13 23:31:30.000 UTC")]
    [InlineData("from_unixtime(1.5)", "1970-01-01 00:00:01.500 UTC")]
    [InlineData("to_unixtime(from_unixtime(1.5))", "1.5")]
    [InlineData("to_iso8601(DATE '2026-04-01')", "2026-04-01")]
    [InlineData("to_iso8601(TIMESTAMP '2026-04-01 01:02:03')", "2026-04-01T01:02:03.000")]
    [InlineData("to_iso8601(from_unixtime(0))", "1970-01-01T00:00:00.000Z")]
    [InlineData("CAST(TIMESTAMP '2026-01-02 03:04:05' AS varchar)", "2026-01-02 03:04:05.000")]
    [InlineData("CAST(TIME '01:02:03' AS varchar)", "01:02:03.000")]
    [InlineData("CAST(DATE '2026-01-02' AS varchar)", "2026-01-02")]
    [InlineData("date_format(TIMESTAMP '2026-01-01 00:00:00' AT TIME ZONE 'Asia/Tokyo', '%H')", "09")]
    public async Task A_function_has_the_type_of_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: trino.io/docs/current/functions/datetime.html#mysql-date-functions, each specifier of its table.
    [Theory]
    [InlineData("date_format(TIMESTAMP '2026-01-04 15:04:05', '%a %b %c %d %e %f %H %h %I %i %j %k %l %M %m %p')",
        "Sun Jan 1 04 4 000000 15 03 03 04 004 15 3 January 01 PM")]
    [InlineData("date_format(TIMESTAMP '2026-01-04 15:04:05', '%r|%S|%s|%T|%v|%W|%x|%Y|%y|%%|%q')",
        "03:04:05 PM|05|05|15:04:05|01|Sunday|2026|2026|26|%|q")]
    [InlineData("date_format(DATE '2027-01-01', '%x-%v')", "2026-53")]
    [InlineData("date_format(DATE '2026-01-04', '%%i %Y')", "%i 2026")]
    [InlineData("date_parse('2022/10/20/05', '%Y/%m/%d/%H')", "2022-10-20 05:00:00.000")]
    [InlineData("date_parse('20260102', '%Y%m%d')", "2026-01-02 00:00:00.000")]
    [InlineData("date_parse('69', '%y')", "2069-01-01 00:00:00.000")]
    [InlineData("date_parse('70', '%y')", "1970-01-01 00:00:00.000")]
    [InlineData("date_parse('Jan 5 2026 01:02:03 PM', '%b %e %Y %r')", "2026-01-05 13:02:03.000")]
    [InlineData("date_parse('Sunday, January 4', '%W, %M %e')", "1970-01-04 00:00:00.000")]
    [InlineData("date_parse('2026-032', '%Y-%j')", "2026-02-01 00:00:00.000")]
    [InlineData("date_parse('1.5', '%s.%f')", "1970-01-01 00:00:01.500")]
    [InlineData("date_parse('12:30 AM', '%h:%i %p')", "1970-01-01 00:30:00.000")]
    public async Task A_format_is_one_of_MySQL(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: VarcharToTimestampCast and VarcharToDateCast of Trino.
    [Theory]
    [InlineData("CAST('2026-1-2' AS date)", "2026-01-02")]
    [InlineData("CAST(' 2026-01-02 ' AS date)", "2026-01-02")]
    [InlineData("TIMESTAMP '2026-01-01'", "2026-01-01 00:00:00.000")]
    [InlineData("TIMESTAMP '2026-01-01 10:20'", "2026-01-01 10:20:00.000")]
    [InlineData("TIMESTAMP '2026-01-01 10:20:30.123456'", "2026-01-01 10:20:30.123456")]
    [InlineData("try_cast('2026-02-30' AS date)", "NULL")]
    public async Task Text_is_cast_as_in_Trino(string expression, string expected) =>
        Assert.Equal([expected], await new QueryProbe().AskAsync($"SELECT {expression}"));

    // Source: the same pages. A literal with a zone is a timestamp with time zone in Trino, which DuckDB would read without its zone.
    [Theory]
    [InlineData("DATE '2026-01-31' + INTERVAL '1' HOUR", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_add('hour', 1, DATE '2026-01-31')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_add('fortnight', 1, DATE '2026-01-31')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_format(DATE '2026-01-04', '%D')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_format(DATE '2026-01-04', '%U')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_format(DATE '2026-01-04', '%w')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_parse('2026', '%X')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_parse('2026 01', '%x %v')", "NOT_SUPPORTED")]
    [InlineData("date_parse('2026-02-30', '%Y-%m-%d')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("date_parse('2026 ', '%Y')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("TIMESTAMP '2026-01-01 00:00:00+09:00'", "NOT_SUPPORTED")]
    [InlineData("CAST('2026-01-01T00:00:00' AS timestamp)", "INVALID_CAST_ARGUMENT")]
    [InlineData("CAST('2026-01-02 03:04:05' AS date)", "INVALID_CAST_ARGUMENT")]
    [InlineData("DATE '2026-01-31' - DATE '2026-01-01'", "NOT_SUPPORTED")]
    public async Task What_Trino_rejects_fails(string expression, string reason) =>
        Assert.StartsWith(reason + ": ", await new QueryProbe().FailAsync($"SELECT {expression}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-31 10:20:30.1234567", "2026-01-31 10:20:30.123456", true)]
    [InlineData("2026-01-31 10:20:30.1234560", "2026-01-31 10:20:30.123456", false)]
    [InlineData("1969-12-31 23:59:59.9999999", "1969-12-31 23:59:59.999999", true)]
    [InlineData("0001-01-01 00:00:00.0000001", "0001-01-01 00:00:00.000", true)]
    public async Task A_time_of_a_table_is_truncated_to_microseconds_and_that_is_told(string time, string expected, bool isCut)
    {
        var value = DateTime.Parse(time, CultureInfo.InvariantCulture);
        var table = new FakeTable([new GlueColumn("seen", "timestamp"), new GlueColumn("list", "array<timestamp>")], 0,
            [value, new object?[] { value }]);
        var probe = new QueryProbe().With("sales.orders", table);
        Assert.Equal([$"{expected}|{expected}"], await probe.AskAsync("SELECT seen, list[1] FROM sales.orders"));
        Assert.Equal(isCut ? ["list", "seen"] : [], table.CutColumns.Order());
    }
}
