using System.Globalization;
using System.Numerics;

namespace LakeTools.Rules.Rows;

/// <summary>A decimal number of any length, because Hive's decimals have up to 38 digits and <see cref="decimal"/> holds 28.</summary>
/// <param name="Digits">The number without its point.</param>
/// <param name="Scale">The number of its digits behind the decimal point; not negative.</param>
internal readonly record struct ExactNumber(BigInteger Digits, int Scale) : IComparable<ExactNumber>, IComparable
{
    // Longer than any number of a column; a larger exponent would be a text that fills memory.
    private const int MaxExponent = 400;

    /// <summary>Reads a number.</summary>
    /// <param name="text">Such as <c>-12.50</c> or <c>1e3</c>.</param>
    /// <param name="number">The number.</param>
    /// <returns>False if the text is none, or its exponent is larger than 400.</returns>
    public static bool TryParse(string text, out ExactNumber number)
    {
        number = default;
        var mark = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs(exponent) > MaxExponent)) return false;
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : mantissa.Length - point - 1;
        if (!BigInteger.TryParse(mantissa.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var digits)) return false;
        scale -= exponent;
        number = scale >= 0 ? new ExactNumber(digits, scale) : new ExactNumber(digits * BigInteger.Pow(10, -scale), 0);
        return true;
    }

    /// <summary>The number that a value of a column is; null if it is none.</summary>
    /// <param name="value">An integer, a decimal, or the text of a number.</param>
    public static ExactNumber? Of(object? value) => value switch
    {
        int number => new ExactNumber(number, 0),
        long number => new ExactNumber(number, 0),
        short number => new ExactNumber(number, 0),
        sbyte number => new ExactNumber(number, 0),
        decimal number => TryParse(number.ToString(CultureInfo.InvariantCulture), out var exact) ? exact : null,
        string text => TryParse(text, out var exact) ? exact : null,
        _ => null,
    };

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other) => Scale >= other.Scale
        ? Digits.CompareTo(other.Digits * BigInteger.Pow(10, Scale - other.Scale))
        : (Digits * BigInteger.Pow(10, other.Scale - Scale)).CompareTo(other.Digits);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is ExactNumber other ? CompareTo(other) : 1;
}
