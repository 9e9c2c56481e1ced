using System.Globalization;
using System.Numerics;

namespace LakeTools.Core.Data.Cells;

/// <summary>A decimal number of any length. Numbers that are equal have the same digits and scale: 1.50 is 15 with the scale 1.</summary>
/// <param name="IsNegative">True below zero.</param>
/// <param name="Digits">The digits without zeros before and behind them; empty for zero.</param>
/// <param name="Scale">The number of digits behind the point; less than 0 if zeros are left out before the point.</param>
internal readonly record struct DecimalNumber(bool IsNegative, string Digits, int Scale)
{
    private const int ShortLength = 28; // what System.Decimal holds in any case
    private const int MostExponent = 9999;
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>The number of digits before the point; 0 or less for a number below 1.</summary>
    public int WholeDigits => Digits.Length - Scale;

    /// <summary>True if <see cref="decimal"/> holds the number.</summary>
    public bool IsShort => Math.Max(Digits.Length, Math.Max(Scale, WholeDigits)) <= ShortLength;

    /// <summary>Reads a number in the form of <see cref="CellParsers.Real"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <returns>False if the text is no number, or has an exponent of more than four digits.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+') text = text[1..];
        var end = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (end >= 0 && !(int.TryParse(text[(end + 1)..], NumberStyles.AllowLeadingSign, s_culture, out exponent)
            && exponent is >= -MostExponent and <= MostExponent)) return false;
        var mantissa = end < 0 ? text : text[..end];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        var whole = point < 0 ? mantissa : mantissa[..point];
        if (whole.Length + fraction.Length == 0) return false;
        if (whole.IndexOfAnyExceptInRange('0', '9') >= 0 || fraction.IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        var digits = string.Concat(whole, fraction).AsSpan();
        var kept = digits.TrimEnd('0');
        var scale = fraction.Length - exponent - (digits.Length - kept.Length);
        kept = kept.TrimStart('0');
        number = kept.Length == 0 ? new DecimalNumber(false, "", 0) : new DecimalNumber(isNegative, kept.ToString(), scale);
        return true;
    }

    /// <summary>Rounds the number, a half away from zero, as Hive does.</summary>
    /// <param name="scale">The most digits behind the point.</param>
    /// <returns>The number.</returns>
    public DecimalNumber Rounded(int scale)
    {
        if (Scale <= scale) return this;
        var kept = Digits.Length - (Scale - scale);
        if (kept < 0) return new DecimalNumber(false, "", 0);
        var number = (kept == 0 ? BigInteger.Zero : BigInteger.Parse(Digits.AsSpan(0, kept), s_culture)) + (Digits[kept] >= '5' ? 1 : 0);
        TryParse(string.Create(s_culture, $"{(IsNegative ? "-" : "")}{number}e{-scale}"), out var rounded);
        return rounded;
    }

    /// <summary>The number without its point.</summary>
    /// <param name="scale">The number of digits behind the point, at least <see cref="Scale"/>.</param>
    /// <returns>The digits with zeros up to the scale.</returns>
    public BigInteger Unscaled(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, Scale);
        if (Digits.Length == 0) return BigInteger.Zero;
        var number = BigInteger.Parse(Digits, s_culture) * BigInteger.Pow(10, scale - Scale);
        return IsNegative ? -number : number;
    }

    /// <summary>The number without an exponent.</summary>
    /// <returns>Such as <c>-0.015</c>.</returns>
    public override string ToString()
    {
        var digits = Digits.PadRight(Math.Max(WholeDigits, 0), '0').PadLeft(Math.Max(Scale, 0) + 1, '0');
        var whole = digits.Length - Math.Max(Scale, 0);
        return (IsNegative ? "-" : "") + digits[..whole] + (Scale > 0 ? "." + digits[whole..] : "");
    }
}
