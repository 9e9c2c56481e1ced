using System.Globalization;
using System.Runtime.CompilerServices;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>The text parsers of each type. The result does not depend on the machine's culture or time zone.</summary>
internal static class CellParsers
{
    /// <summary>The permitted form of real numbers: a decimal point, and an optional exponent.</summary>
    public const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private const int ExactDoubleDigits = 15;
    private static readonly double[] s_powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    public static CellParser<bool> Boolean { get; } = bool.TryParse;

    /// <summary>A whole number of 8 bits.</summary>
    public static CellParser<sbyte> TinyInt { get; } = static (ReadOnlySpan<char> text, out sbyte value) =>
        sbyte.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out value);

    /// <summary>A whole number of 16 bits.</summary>
    public static CellParser<short> SmallInt { get; } = static (ReadOnlySpan<char> text, out short value) =>
        short.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out value);

    /// <summary>A whole number of 32 bits.</summary>
    public static CellParser<int> Int { get; } = static (ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out value);

    /// <summary>A whole number of 64 bits.</summary>
    public static CellParser<long> BigInt { get; } = static (ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out value);

    /// <summary>A real number of 32 bits.</summary>
    public static CellParser<float> Float { get; } = static (ReadOnlySpan<char> text, out float value) =>
        float.TryParse(text, Real, s_culture, out value);

    /// <summary>A real number of 64 bits.</summary>
    public static CellParser<double> Double { get; } = TryDouble;

    /// <summary>A date in ISO 8601's form.</summary>
    public static CellParser<DateTime> Date { get; } = IsoTime.TryParseDate;

    /// <summary>A time in ISO 8601's form.</summary>
    public static CellParser<DateTime> Timestamp { get; } = IsoTime.TryParse;

    /// <summary>A date as days since 1970.</summary>
    public static CellParser<DateTime> Days { get; } = static (ReadOnlySpan<char> text, out DateTime value) =>
        CellNumberTime.TryParse(text, CellKind.Date, out value);

    /// <summary>A time as milliseconds since 1970.</summary>
    public static CellParser<DateTime> Milliseconds { get; } = static (ReadOnlySpan<char> text, out DateTime value) =>
        CellNumberTime.TryParse(text, CellKind.Timestamp, out value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a long file is read before the runtime would compile it better
    private static bool TryDouble(ReadOnlySpan<char> text, out double value) =>
        TryShortReal(text, out value) || double.TryParse(text, Real, s_culture, out value);

    // Digits that a double holds exactly, over a power of ten that it holds too: their quotient is the nearest double, which is
    // what the general way finds in several times the time (Clinger, How to Read Floating Point Numbers Accurately, 1990).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryShortReal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var isNegative = text[0] == '-';
        var digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > ExactDoubleDigits + 1) return false;
        var (mantissa, point) = (0L, -1);
        for (var i = 0; i < digits.Length; i++)
        {
            if (digits[i] == '.' && point < 0) point = i;
            else if (char.IsAsciiDigit(digits[i])) mantissa = (mantissa * 10) + (digits[i] - '0');
            else return false;
        }

        var count = point < 0 ? digits.Length : digits.Length - 1;
        if (count is 0 or > ExactDoubleDigits) return false;
        value = mantissa / s_powersOfTen[point < 0 ? 0 : digits.Length - 1 - point];
        if (isNegative) value = -value;
        return true;
    }
}
