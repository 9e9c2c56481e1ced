using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using DuckDB.NET.Native;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>The casts that Athena does in another way than DuckDB.</summary>
internal static partial class NativeCasts
{
    private static readonly NativeCast[] s_casts =
    [
        new(DuckDBType.Double, DuckDBType.Varchar, (values, row) => AthenaText.Cast(values.At<double>(row))),
        new(DuckDBType.Float, DuckDBType.Varchar, (values, row) => AthenaText.Cast(values.At<float>(row))),
        new(DuckDBType.Time, DuckDBType.Varchar, (values, row) => values.Text(row)!),
        new(DuckDBType.Timestamp, DuckDBType.Varchar, (values, row) => values.Text(row)!),
        new(DuckDBType.Varchar, DuckDBType.Boolean, (values, row) => Truth(values.Text(row)!)),
        new(DuckDBType.Varchar, DuckDBType.Date, (values, row) => Date(values.Text(row)!)),
        new(DuckDBType.Varchar, DuckDBType.Timestamp, (values, row) => Timestamp(values.Text(row)!)),
        // The bytes of the text. DuckDB reads \x41 as one byte.
        new(DuckDBType.Varchar, DuckDBType.Blob, (values, row) => System.Text.Encoding.UTF8.GetBytes(values.Text(row)!)),
        new(DuckDBType.Blob, DuckDBType.Varchar, (_, _) =>
            throw new QueryException("TYPE_MISMATCH: Cannot cast varbinary to varchar. Write from_utf8(x) or to_hex(x).")),
        .. Whole("tinyint", DuckDBType.TinyInt, sbyte.MinValue, sbyte.MaxValue, number => (sbyte)number),
        .. Whole("smallint", DuckDBType.SmallInt, short.MinValue, short.MaxValue, number => (short)number),
        .. Whole("integer", DuckDBType.Integer, int.MinValue, int.MaxValue, number => (int)number),
        .. Whole("bigint", DuckDBType.BigInt, long.MinValue, long.MaxValue, number => number),
    ];

    // The casts live as long as the process.
    private static readonly GCHandle[] s_handles = Array.ConvertAll(s_casts, cast => GCHandle.Alloc(cast));

    /// <summary>Adds the casts to a database.</summary>
    /// <param name="connection">The connection to it.</param>
    public static void Add(DuckDBNativeConnection connection)
    {
        for (var i = 0; i < s_casts.Length; i++) s_casts[i].Add(connection, s_handles[i]);
    }

    // To a whole number: of a number the nearest one, a half away from zero; of text its digits and nothing else.
    private static NativeCast[] Whole(string type, DuckDBType to, long least, long most, Func<long, object> form) =>
    [
        new(DuckDBType.Double, to, (values, row) => form(Nearest(values.At<double>(row), type, least, most))),
        new(DuckDBType.Float, to, (values, row) => form(Nearest(values.At<float>(row), type, least, most))),
        new(DuckDBType.Varchar, to, (values, row) =>
            long.TryParse(values.Text(row), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? form(number) : throw Unfit(values.Text(row)!, type)),
    ];

    private static long Nearest(double number, string type, long least, long most)
    {
        var whole = Math.Round(number, MidpointRounding.AwayFromZero);
        // The largest bigint is no double: the next one is 2 to the power of 63.
        return whole >= least && (whole <= most && whole < long.MaxValue) ? (long)whole : throw (double.IsNaN(number)
            ? new QueryException($"INVALID_CAST_ARGUMENT: Cannot cast double NaN to {type}")
            : new QueryException($"NUMERIC_VALUE_OUT_OF_RANGE: Out of range for {type}: {AthenaText.Of(number)}"));
    }

    private static object Truth(string text) => text.ToUpperInvariant() switch
    {
        "T" or "TRUE" or "1" => true,
        "F" or "FALSE" or "0" => false,
        _ => throw Unfit(text, "boolean"),
    };

    private static object Date(string text)
    {
        var match = DateForm().Match(text);
        return match.Success && TryDay(match, out var day) ? day : throw new QueryException(
            $"INVALID_CAST_ARGUMENT: Value cannot be cast to date: {text}");
    }

    private static object Timestamp(string text)
    {
        var match = TimestampForm().Match(text);
        if (!match.Success || !TryDay(match, out var day)) throw Unfit(text, "timestamp");
        if (match.Groups["zone"].Length > 0)
            throw new QueryException($"NOT_SUPPORTED: The timestamp {text} has a time zone. Write the time in UTC, without a zone.");
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour > 23 || minute > 59 || second > 59) throw Unfit(text, "timestamp");
        var fraction = match.Groups["fraction"].Length == 0 ? 0m
            : decimal.Parse("0." + match.Groups["fraction"].Value, CultureInfo.InvariantCulture);
        return day.AddTicks(new TimeSpan(hour, minute, second).Ticks
            + ((long)Math.Round(fraction * 1_000_000, MidpointRounding.AwayFromZero) * TimeSpan.TicksPerMicrosecond));
    }

    private static bool TryDay(Match match, out DateTime day)
    {
        var (year, month, number) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        var isDay = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month);
        day = isDay ? new DateTime(year, month, number, 0, 0, 0, DateTimeKind.Unspecified) : default;
        return isDay;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static QueryException Unfit(string text, string type) => new($"INVALID_CAST_ARGUMENT: Cannot cast '{text}' to {type}");

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4,5})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\s*$")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4,5})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
        + @"( (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(:(?<second>[0-9]{1,2})(\.(?<fraction>[0-9]{1,12}))?)?)?"
        + @"\s*(?<zone>(?!T[0-9])\S.*)?$")]
    private static partial Regex TimestampForm();
}
