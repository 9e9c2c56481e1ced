using System.Globalization;
using System.Numerics;
using System.Text;

namespace LakeTools.Query;

/// <summary>Values as Athena writes them in results: as Java does.</summary>
internal static class AthenaText
{
    private const long MicrosInDay = 86_400_000_000;
    private const int UnixEpochDays = 719_162; // from 0001-01-01

    /// <summary>A number of 64 bits.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Such as <c>1.0</c> or <c>1.5E10</c>.</returns>
    public static string Of(double number) => Real(number, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number of 32 bits.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Such as <c>1.0</c> or <c>1.5E10</c>.</returns>
    public static string Of(float number) => Real(number, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number of 64 bits as a cast to varchar writes it.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Such as <c>1.0E0</c> or <c>1.5E-7</c>.</returns>
    public static string Cast(double number) => Scientific(number, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number of 32 bits as a cast to varchar writes it: with seven digits.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Such as <c>1.0E-1</c>.</returns>
    public static string Cast(float number) => Scientific(number, ((double)number).ToString("E6", CultureInfo.InvariantCulture));

    /// <summary>A decimal.</summary>
    /// <param name="digits">Its digits.</param>
    /// <param name="scale">The number of digits behind the decimal point.</param>
    /// <returns>Such as <c>12.50</c>.</returns>
    public static string Of(BigInteger digits, int scale)
    {
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = digits.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + text : $"{sign}{text[..^scale]}.{text[^scale..]}";
    }

    /// <summary>Bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Such as <c>0a ff</c>.</returns>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 3);
        foreach (var value in bytes)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>A date.</summary>
    /// <param name="days">The days since 1970-01-01.</param>
    /// <returns>Such as <c>2026-01-31</c>.</returns>
    public static string Date(long days) => days switch
    {
        int.MaxValue => "infinity",
        -int.MaxValue => "-infinity",
        _ when IsDay(days) => DateOnly.FromDayNumber((int)days + UnixEpochDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new Rules.Queries.QueryException("NUMERIC_VALUE_OUT_OF_RANGE: A date is not within the years 1 to 9999."),
    };

    /// <summary>A time of day.</summary>
    /// <param name="micros">The microseconds since midnight.</param>
    /// <returns>Such as <c>13:00:00.000</c>.</returns>
    public static string Time(long micros)
    {
        var time = TimeSpan.FromTicks(micros * 10);
        return time.ToString(micros % 1000 == 0 ? @"hh\:mm\:ss\.fff" : @"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture);
    }

    /// <summary>A timestamp. Athena shows milliseconds; microseconds are shown where there are any.</summary>
    /// <param name="micros">The microseconds since 1970.</param>
    /// <returns>Such as <c>2026-01-31 13:00:00.000</c>.</returns>
    public static string Timestamp(long micros)
    {
        if (micros is long.MaxValue or -long.MaxValue) return micros > 0 ? "infinity" : "-infinity";
        var days = (long)Math.Floor((decimal)micros / MicrosInDay);
        return $"{Date(days)} {Time(micros - (days * MicrosInDay))}";
    }

    /// <summary>A UUID.</summary>
    /// <param name="number">Its 128 bits.</param>
    public static string Uuid(UInt128 number)
    {
        var text = number.ToString("x32", CultureInfo.InvariantCulture);
        return $"{text[..8]}-{text[8..12]}-{text[12..16]}-{text[16..20]}-{text[20..]}";
    }

    private static bool IsDay(long days) => days >= -UnixEpochDays && days <= DateOnly.MaxValue.DayNumber - UnixEpochDays;

    // The digits of a number, of which one is before the point, and the exponent that belongs to them.
    private static (string Digits, int Exponent) Parts(string number)
    {
        var halves = number.TrimStart('-').Split('E');
        var point = halves[0].IndexOf('.', StringComparison.Ordinal);
        var all = halves[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var exponent = halves.Length > 1 ? int.Parse(halves[1], CultureInfo.InvariantCulture) : 0;
        return (digits.TrimEnd('0'), exponent + (point < 0 ? all.Length : point) - (all.Length - digits.Length) - 1);
    }

    private static string Scientific(double number, string text)
    {
        if (!double.IsFinite(number)) return Of(number);
        var sign = double.IsNegative(number) ? "-" : "";
        if (number == 0) return sign + "0E0";
        var (digits, exponent) = Parts(text);
        return FormattableString.Invariant($"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }

    // Java writes numbers from a thousandth to ten millions with a point, others with an exponent; there is a digit behind the point.
    private static string Real(double number, string text)
    {
        const double least = 1e-3;
        const double most = 1e7;
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0) return double.IsNegative(number) ? "-0.0" : "0.0";
        if (Math.Abs(number) is not (>= least and < most)) return Scientific(number, text);
        var ((digits, exponent), sign) = (Parts(text), number < 0 ? "-" : "");
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        digits = digits.PadRight(exponent + 1, '0');
        return $"{sign}{digits[..(exponent + 1)]}.{(digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0")}";
    }
}
