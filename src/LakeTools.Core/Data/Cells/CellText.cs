using System.Globalization;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>
/// Cells as text, there and back: what is written is read as an equal value. Nothing depends on the machine's culture
/// or time zone.
/// </summary>
internal static class CellText
{
    private const NumberStyles Real = CellParsers.Real;
    private const int ExactDecimalDigits = 28; // what System.Decimal holds in any case
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;
    private static readonly decimal[] s_powersOfTen =
        [.. Enumerable.Range(0, ExactDecimalDigits + 1).Select(zeros => decimal.Parse("1" + new string('0', zeros), s_culture))];

    /// <summary>
    /// Reads a cell. An empty text is null for every type but text. Dates and timestamps come as <see cref="DateTime"/>
    /// without a kind (a timestamp with a zone is moved to UTC), decimals as <see cref="decimal"/>; a decimal with more
    /// digits, or more digits behind the point, than that type can hold comes as its text, which is exact.
    /// </summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="type">The column's type.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the text is not a value of the type.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, CellType type, out object? value)
    {
        value = null;
        if (type.Kind == CellKind.Text || type.IsNested)
        {
            value = text.Length == 0 ? "" : text.ToString();
            return true;
        }

        text = text.Trim();
        if (text.Length == 0) return true;
        switch (type.Kind)
        {
            case CellKind.Boolean:
                return TryParse(text, CellParsers.Boolean, out value);
            case CellKind.TinyInt:
                return TryParse(text, CellParsers.TinyInt, out value);
            case CellKind.SmallInt:
                return TryParse(text, CellParsers.SmallInt, out value);
            case CellKind.Int:
                return TryParse(text, CellParsers.Int, out value);
            case CellKind.BigInt:
                return TryParse(text, CellParsers.BigInt, out value);
            case CellKind.Float:
                return TryParse(text, CellParsers.Float, out value);
            case CellKind.Double:
                return TryParse(text, CellParsers.Double, out value);
            case CellKind.Decimal:
                return TryParseDecimal(text, type, out value);
            case CellKind.Date:
                return TryParse(text, CellParsers.Date, out value);
            case CellKind.Timestamp:
                return TryParse(text, CellParsers.Timestamp, out value);
            default:
                return TryParseBinary(text, out value);
        }
    }

    /// <summary>Reads a value that must be one of the type as it is: neither rounded nor truncated.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the text is not a value of the type, or a more precise one.</returns>
    public static bool TryParseExactly(ReadOnlySpan<char> text, CellType type, out object? value) => TryParse(text, type, out value)
        && (value is null || type.Kind is CellKind.Text || type.IsNested || ExactText.Is(text.Trim(), type, value));

    /// <summary>Writes a value as text. Null is the writer's business.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kind">The column's kind, which says whether a <see cref="DateTime"/> is a date or a timestamp. Null if the column has
    /// none: then a time at midnight is a date. That is what it is in most cases, and a timestamp reads it as well.</param>
    /// <returns>The text.</returns>
    public static string Format(object value, CellKind? kind) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        double real => real.ToString("R", s_culture),
        float single => single.ToString("R", s_culture),
        DateTime time => FormatTime(time, kind),
        DateTimeOffset time => IsoTime.Format(time.UtcDateTime),
        DateOnly date => IsoTime.FormatDate(date.ToDateTime(TimeOnly.MinValue)),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", s_culture),
        byte[] bytes => Convert.ToBase64String(bytes),
        Uri uri => uri.OriginalString,
        DataRow or System.Collections.IEnumerable => JsonCellWriter.Format(value),
        IFormattable other => other.ToString(null, s_culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Writes a number or a date as <see cref="Format"/> does, without a string for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kind">The column's kind.</param>
    /// <param name="text">Takes the text.</param>
    /// <param name="length">The length of the text.</param>
    /// <returns>False for values of other types, or where there is too little room.</returns>
    public static bool TryFormat(object value, CellKind? kind, Span<char> text, out int length)
    {
        length = 0;
        return value switch
        {
            DateTime date when IsDate(date, kind) => IsoTime.TryFormatDate(date, text, out length),
            double real when ShortReal.TryFormat(real, text, out length) => true,
            double or float => ((ISpanFormattable)value).TryFormat(text, out length, "R", s_culture),
            int or long or short or sbyte or decimal => ((ISpanFormattable)value).TryFormat(text, out length, default, s_culture),
            _ => false,
        };
    }

    /// <summary>Returns whether a decimal is a value of a type as it is.</summary>
    /// <param name="number">The decimal.</param>
    /// <param name="type">The type.</param>
    public static bool IsOf(decimal number, CellType type)
    {
        if (type.Precision == 0) return true;
        var whole = type.Precision - type.Scale;
        return number.Scale <= type.Scale && (whole >= s_powersOfTen.Length || Math.Abs(number) < s_powersOfTen[whole]);
    }

    /// <summary>Returns whether a time is written as a date.</summary>
    /// <param name="time">The time. A local one is moved to UTC first, except in a column of dates.</param>
    /// <param name="kind">The column's kind, or null.</param>
    public static bool IsDate(DateTime time, CellKind? kind) =>
        kind is null ? time.Kind != DateTimeKind.Local && time.TimeOfDay.Ticks == 0 : kind == CellKind.Date;

    private static bool TryParse<T>(ReadOnlySpan<char> text, CellParser<T> parser, out object? value)
        where T : struct
    {
        var isValue = parser(text, out var parsed);
        value = isValue ? parsed : null;
        return isValue;
    }

    private static string FormatTime(DateTime time, CellKind? kind)
    {
        if (kind is null && time.Kind == DateTimeKind.Local) time = time.ToUniversalTime();
        return IsDate(time, kind) ? IsoTime.FormatDate(time) : IsoTime.Format(time);
    }

    // A table's scale is kept as Hive keeps it: what is finer is rounded, what is larger than the type is no value.
    private static bool TryParseDecimal(ReadOnlySpan<char> text, CellType type, out object? value)
    {
        value = null;
        if (text.Length > ExactDecimalDigits || text.IndexOfAny('e', 'E') >= 0) return TryParseLongDecimal(text, type, out value);
        if (!decimal.TryParse(text, Real, s_culture, out var number)) return false;
        if (number.Scale > type.Scale && type.Precision > 0)
            number = decimal.Round(number, Math.Min(type.Scale, ExactDecimalDigits), MidpointRounding.AwayFromZero);
        value = IsOf(number, type) ? number : null;
        return value is not null;
    }

    // More digits than System.Decimal holds are not rounded: as text they are exact.
    private static bool TryParseLongDecimal(ReadOnlySpan<char> text, CellType type, out object? value)
    {
        value = null;
        if (!DecimalNumber.TryParse(text, out var said)) return false;
        var number = said.Digits.Length > ExactDecimalDigits || type.Precision == 0 ? said : said.Rounded(type.Scale);
        if (type.Precision > 0 && number.WholeDigits > type.Precision - type.Scale) return false;
        var isAsSaid = number == said && text.IndexOfAny('e', 'E') < 0;
        value = number.IsShort ? decimal.Parse(number.ToString(), s_culture) : isAsSaid ? text.ToString() : number.ToString();
        return true;
    }

    private static bool TryParseBinary(ReadOnlySpan<char> text, out object? value)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var isBinary = Convert.TryFromBase64Chars(text, bytes, out var length);
        value = isBinary ? bytes[..length] : null;
        return isBinary;
    }
}
