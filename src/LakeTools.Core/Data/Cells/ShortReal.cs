using System.Globalization;

namespace LakeTools.Core.Data.Cells;

/// <summary>
/// Writes real numbers with few digits behind the point, which most are, in a fraction of the time of the general way. A decimal number of
/// up to 15 digits is read as exactly one double, and no two of them as the same: so one that is read as the number is its shortest text
/// (Clinger, How to Read Floating Point Numbers Accurately, 1990; IEEE 754's DBL_DIG).
/// </summary>
internal static class ShortReal
{
    private const double LargestValue = 1e9;
    private const int Most = 4; // digits behind the point

    private static readonly double[] s_powersOfTen = [1, 10, 100, 1000, 10_000];

    /// <summary>Writes a number as its format R does.</summary>
    /// <param name="value">The number.</param>
    /// <param name="text">Takes the text.</param>
    /// <param name="length">The length of the text.</param>
    /// <returns>False for a number that needs the general way, or where there is too little room.</returns>
    public static bool TryFormat(double value, Span<char> text, out int length)
    {
        length = 0;
        var size = Math.Abs(value);
        if (!(size is > 0 and < LargestValue)) return value == 0 && !double.IsNegative(value) && TryPut(0, false, 0, text, out length);
        for (var digits = 0; digits <= Most; digits++)
        {
            var scaled = Math.Round(size * s_powersOfTen[digits]);
            if (scaled / s_powersOfTen[digits] == size) return TryPut((long)scaled, value < 0, digits, text, out length);
        }

        return false;
    }

    private static bool TryPut(long scaled, bool isNegative, int digits, Span<char> text, out int length)
    {
        length = 0;
        if (isNegative)
        {
            if (text.Length == 0) return false;
            text[length++] = '-';
        }

        var power = (long)s_powersOfTen[digits];
        if (!(scaled / power).TryFormat(text[length..], out var written, default, CultureInfo.InvariantCulture)) return false;
        length += written;
        if (digits == 0) return true;
        if (text.Length < length + 1 + digits) return false;
        text[length] = '.';
        var rest = scaled % power;
        for (var i = digits; i > 0; i--, rest /= 10) text[length + i] = (char)('0' + (rest % 10));
        length += 1 + digits;
        return true;
    }
}
