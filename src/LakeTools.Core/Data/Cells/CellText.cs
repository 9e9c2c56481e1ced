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

    /// <summary>
    /// Reads a cell. An empty text is null for every type but text. Dates and timestamps come as <see cref="DateTime"/>
    /// without a kind (a timestamp with a zone is moved to UTC), decimals as <see cref="decimal"/>; a decimal with more
    /// digits than that type can hold comes as its text, which is exact.
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

    /// <summary>Writes a value as text. Null is the writer's business.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kind">The column's kind, which says whether a <see cref="DateTime"/> is a date or a timestamp.</param>
    /// <returns>The text.</returns>
    public static string Format(object value, CellKind kind) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        double real => real.ToString("R", s_culture),
        float single => single.ToString("R", s_culture),
        DateTime time => kind == CellKind.Date ? IsoTime.FormatDate(time) : IsoTime.Format(time),
        DateTimeOffset time => IsoTime.Format(time.UtcDateTime),
        DateOnly date => IsoTime.FormatDate(date.ToDateTime(TimeOnly.MinValue)),
        byte[] bytes => Convert.ToBase64String(bytes),
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
    public static bool TryFormat(object value, CellKind kind, Span<char> text, out int length)
    {
        length = 0;
        return value switch
        {
            DateTime date when kind == CellKind.Date => IsoTime.TryFormatDate(date, text, out length),
            double real when ShortReal.TryFormat(real, text, out length) => true,
            double or float => ((ISpanFormattable)value).TryFormat(text, out length, "R", s_culture),
            int or long or short or sbyte or decimal => ((ISpanFormattable)value).TryFormat(text, out length, default, s_culture),
            _ => false,
        };
    }

    private static bool TryParse<T>(ReadOnlySpan<char> text, CellParser<T> parser, out object? value)
        where T : struct
    {
        var isValue = parser(text, out var parsed);
        value = isValue ? parsed : null;
        return isValue;
    }

    // A table's scale is kept as Hive keeps it: what is finer is rounded, what is larger than the type is no value.
    private static bool TryParseDecimal(ReadOnlySpan<char> text, CellType type, out object? value)
    {
        value = null;
        if (!decimal.TryParse(text, Real, s_culture, out var number)) return IsLongNumber(text) && Exactly(text, out value);
        if (SignificantDigits(text) > ExactDecimalDigits) return Exactly(text, out value);
        if (number.Scale > type.Scale && type.Precision > 0)
            number = decimal.Round(number, Math.Min(type.Scale, ExactDecimalDigits), MidpointRounding.AwayFromZero);
        var whole = type.Precision - type.Scale;
        if (type.Precision > 0 && whole < ExactDecimalDigits && decimal.Truncate(Math.Abs(number)) >= PowerOfTen(whole)) return false;
        value = number;
        return true;
    }

    private static bool Exactly(ReadOnlySpan<char> text, out object? value)
    {
        value = text.ToString();
        return true;
    }

    private static bool IsLongNumber(ReadOnlySpan<char> text) =>
        text.TrimStart("+-").IndexOfAnyExcept("0123456789.") < 0 && double.TryParse(text, Real, s_culture, out _);

    private static int SignificantDigits(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        var digits = 0;
        foreach (var c in (exponent < 0 ? text : text[..exponent]).TrimStart("+-0."))
            if (char.IsAsciiDigit(c)) digits++;
        return digits;
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    private static bool TryParseBinary(ReadOnlySpan<char> text, out object? value)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var isBinary = Convert.TryFromBase64Chars(text, bytes, out var length);
        value = isBinary ? bytes[..length] : null;
        return isBinary;
    }
}
