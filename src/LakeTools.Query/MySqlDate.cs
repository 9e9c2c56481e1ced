using System.Globalization;
using LakeTools.Rules.Queries;

namespace LakeTools.Query;

/// <summary>Reads a time by a format of MySQL, as Trino's date_parse.</summary>
internal static class MySqlDate
{
    private const int LastYearOf2000 = 69; // 69 is 2069, and 70 is 1970

    // Long names first: the short ones are their beginnings.
    private static readonly string[] s_months = [.. Names.MonthNames[..12], .. Names.AbbreviatedMonthNames[..12]];
    private static readonly string[] s_days = [.. Names.DayNames, .. Names.AbbreviatedDayNames];

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The format, such as <c>%Y-%m-%d %H:%i:%s</c>.</param>
    /// <returns>The time. What the format does not have is that of 1970-01-01 00:00:00.</returns>
    /// <exception cref="QueryException">The text does not have the format, or the format is not supported.</exception>
    public static DateTime Parse(string text, string format)
    {
        var (fields, at) = (new Fields(), 0);
        Read(text, ref at, format, fields);
        if (at < text.Length) throw Malformed(text, at);
        try
        {
            return fields.ToTime();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new QueryException($"INVALID_FUNCTION_ARGUMENT: Invalid format: \"{text}\" is not a time of the calendar");
        }
    }

    private static DateTimeFormatInfo Names => CultureInfo.InvariantCulture.DateTimeFormat;

    private static void Read(string text, ref int at, string format, Fields fields)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '%' && i + 1 < format.Length) Read(text, ref at, format[++i], fields);
            else if (format[i] != '%') Literal(text, ref at, format[i]);
        }
    }

    private static void Read(string text, ref int at, char field, Fields fields)
    {
        switch (field)
        {
            case 'Y':
                fields.Year = Number(text, ref at, 4);
                break;
            case 'y':
                var year = Number(text, ref at, 2);
                fields.Year = year + (year <= LastYearOf2000 ? 2000 : 1900);
                break;
            case 'm' or 'c':
                fields.Month = Number(text, ref at, 2);
                break;
            case 'd' or 'e':
                fields.Day = Number(text, ref at, 2);
                break;
            case 'j':
                fields.DayOfYear = Number(text, ref at, 3);
                break;
            case 'H' or 'k':
                fields.Hour = Number(text, ref at, 2);
                break;
            case 'h' or 'I' or 'l':
                fields.HalfDayHour = Number(text, ref at, 2);
                break;
            case 'i':
                fields.Minute = Number(text, ref at, 2);
                break;
            case 'S' or 's':
                fields.Second = Number(text, ref at, 2);
                break;
            case 'f':
                var start = at;
                var digits = Number(text, ref at, 9);
                fields.Milliseconds = (int)(digits / Math.Pow(10, at - start) * 1000);
                break;
            case 'p':
                fields.IsAfternoon = Name(text, ref at, ["AM", "PM"]) == 1;
                break;
            case 'M' or 'b':
                fields.Month = (Name(text, ref at, s_months) % 12) + 1;
                break;
            case 'W' or 'a':
                Name(text, ref at, s_days);
                break;
            case 'T':
                Read(text, ref at, "%H:%i:%S", fields);
                break;
            case 'r':
                Read(text, ref at, "%h:%i:%S %p", fields);
                break;
            case 'D' or 'U' or 'u' or 'V' or 'w' or 'X':
                throw new QueryException($"INVALID_FUNCTION_ARGUMENT: %{field} not supported in date format string");
            case 'v' or 'x':
                throw new QueryException($"NOT_SUPPORTED: %{field} in date_parse. Parse a date of year, month and day.");
            default:
                Literal(text, ref at, field);
                break;
        }
    }

    private static void Literal(string text, ref int at, char letter)
    {
        if (at >= text.Length || text[at] != letter) throw Malformed(text, at);
        at++;
    }

    private static int Number(string text, ref int at, int mostDigits)
    {
        var start = at;
        while (at < text.Length && at - start < mostDigits && char.IsAsciiDigit(text[at])) at++;
        return at > start ? int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture) : throw Malformed(text, at);
    }

    private static int Name(string text, ref int at, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Compare(text, at, names[i], 0, names[i].Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            at += names[i].Length;
            return i;
        }

        throw Malformed(text, at);
    }

    private static QueryException Malformed(string text, int at) => new(at < text.Length
        ? $"INVALID_FUNCTION_ARGUMENT: Invalid format: \"{text}\" is malformed at \"{text[at..]}\""
        : $"INVALID_FUNCTION_ARGUMENT: Invalid format: \"{text}\" is too short");

    private sealed class Fields
    {
        public int Year { get; set; } = 1970;

        public int Month { get; set; } = 1;

        public int Day { get; set; } = 1;

        public int? DayOfYear { get; set; }

        public int Hour { get; set; }

        public int? HalfDayHour { get; set; }

        public bool IsAfternoon { get; set; }

        public int Minute { get; set; }

        public int Second { get; set; }

        public int Milliseconds { get; set; }

        public DateTime ToTime()
        {
            if (HalfDayHour is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(HalfDayHour));
            var hour = HalfDayHour is { } half ? (half % 12) + (IsAfternoon ? 12 : 0) : Hour;
            var time = new DateTime(Year, Month, Day, hour, Minute, Second, Milliseconds, DateTimeKind.Unspecified);
            if (DayOfYear is not { } day) return time;
            if (day < 1 || day > (DateTime.IsLeapYear(Year) ? 366 : 365)) throw new ArgumentOutOfRangeException(nameof(DayOfYear));
            return time.AddDays(day - time.DayOfYear);
        }
    }
}
