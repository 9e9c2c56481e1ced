using System.Globalization;
using System.Runtime.CompilerServices;

namespace LakeTools.Rules.Text;

/// <summary>
/// Dates and times in ISO 8601's forms only, because any other form means different days in different countries:
/// <c>2012-01-31</c>, and <c>2012-01-31 10:20[:30[.123456789]]</c> with a blank or a T, and perhaps <c>Z</c> or <c>+01:00</c>.
/// </summary>
internal static class IsoTime
{
    private const int DateLength = 10;
    private const int ShortestTime = 16;
    private const int WholeTime = 19; // 2012-01-31 10:20:30
    private const int LongestExactTime = 27; // 2012-01-31 10:20:30.1234567

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date at midnight, without a kind.</param>
    /// <returns>False if the text is no ISO date.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a long file is read before the runtime would compile it better
    public static bool TryParseDate(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-') return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text.Slice(5, 2), out var month) || !TryDigits(text.Slice(8, 2), out var day))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateTime(year, month, day);
        return true;
    }

    /// <summary>
    /// Reads a date, or a date and time. Fractions finer than 100 nanoseconds are cut off; a time with a zone is converted to UTC.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time, without a kind.</param>
    /// <returns>False if the text is no ISO time.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime time)
    {
        if (text.Length == DateLength) return TryParseDate(text, out time);
        time = default;
        if (text.Length < ShortestTime || text[10] is not (' ' or 'T') || text[13] != ':'
            || !TryParseDate(text[..DateLength], out var date)) return false;
        if (!TryDigits(text.Slice(11, 2), out var hour) || !TryDigits(text.Slice(14, 2), out var minute) || hour > 23 || minute > 59)
            return false;
        var ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        text = text[ShortestTime..];
        if (!TrySeconds(ref text, ref ticks) || !TryZone(text, out var offset)) return false;
        var total = date.Ticks + ticks - offset;
        if (total < DateTime.MinValue.Ticks || total > DateTime.MaxValue.Ticks) return false;
        time = new DateTime(total);
        return true;
    }

    /// <summary>Returns whether <see cref="TryParse"/> cuts digits off that are not zero.</summary>
    /// <param name="text">A text that is a time.</param>
    /// <returns>False if the time is exact.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // few times are so long
    public static bool IsCut(ReadOnlySpan<char> text) => text.Length > LongestExactTime && HasLongFraction(text);

    /// <summary>Writes a date.</summary>
    /// <param name="date">The date; its time is left out.</param>
    /// <returns>Such as <c>2012-01-31</c>.</returns>
    public static string FormatDate(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes a date.</summary>
    /// <param name="date">The date; its time is left out.</param>
    /// <param name="text">Takes the text, such as <c>2012-01-31</c>.</param>
    /// <param name="length">The length of the text.</param>
    /// <returns>False if there is too little room.</returns>
    public static bool TryFormatDate(DateTime date, Span<char> text, out int length)
    {
        length = text.Length < DateLength ? 0 : DateLength;
        if (length == 0) return false;
        PutDigits(date.Year, text[..4]);
        PutDigits(date.Month, text.Slice(5, 2));
        PutDigits(date.Day, text.Slice(8, 2));
        text[4] = text[7] = '-';
        return true;
    }

    /// <summary>Writes a time as Hive does.</summary>
    /// <param name="time">The time; a local one is moved to UTC.</param>
    /// <returns>Such as <c>2012-01-31 10:20:30.5</c>.</returns>
    public static string Format(DateTime time) =>
        (time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time)
            .ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static bool TrySeconds(ref ReadOnlySpan<char> text, ref long ticks)
    {
        if (text.Length == 0 || text[0] != ':') return true;
        if (text.Length < 3 || !TryDigits(text.Slice(1, 2), out var seconds) || seconds > 59) return false;
        ticks += seconds * TimeSpan.TicksPerSecond;
        text = text[3..];
        if (text.Length == 0 || text[0] != '.') return true;
        var length = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = text.Length - 1;
        if (length is < 1 or > 9) return false;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var digit in text.Slice(1, length))
        {
            unit /= 10;
            ticks += (digit - '0') * unit;
        }

        text = text[(length + 1)..];
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out long offset)
    {
        offset = 0;
        if (text.Length == 0 || text is "Z") return true;
        if (text.Length is not (5 or 6) || text[0] is not ('+' or '-') || (text.Length == 6 && text[3] != ':')) return false;
        if (!TryDigits(text.Slice(1, 2), out var hours) || !TryDigits(text[^2..], out var minutes) || hours > 14 || minutes > 59)
            return false;
        offset = ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute)) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool HasLongFraction(ReadOnlySpan<char> text)
    {
        var fraction = text[(WholeTime + 1)..];
        var length = fraction.IndexOfAnyExceptInRange('0', '9'); // a zone may follow
        return fraction[..(length < 0 ? fraction.Length : length)].TrimEnd('0').Length > LongestExactTime - WholeTime - 1;
    }

    private static void PutDigits(int number, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10) text[i] = (char)('0' + (number % 10));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
