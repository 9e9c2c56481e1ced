using System.Globalization;
using System.Numerics;
using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Export;

/// <summary>Returns whether a cell still says what the value said that it was made of: what is written must not be rounded.</summary>
internal static class ExactCell
{
    private const NumberStyles Number = NumberStyles.Float;
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>Compares a value and its cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cell">The cell that was made of it.</param>
    /// <param name="emptyIsNull">True if an empty text may become null.</param>
    /// <returns>False if digits, or an empty text, are lost.</returns>
    public static bool Is(object value, object? cell, bool emptyIsNull) => cell switch
    {
        null => emptyIsNull,
        decimal number when value is not decimal other || other != number => SameNumber(value, number),
        double real when value is long or ulong or int or uint => SameReal(value, real),
        float real when value is long or ulong or int or uint => SameReal(value, real),
        _ => true,
    };

    private static bool SameNumber(object value, decimal number) =>
        !decimal.TryParse(CellText.Format(value, CellKind.Decimal), Number, s_culture, out var exact) || exact == number;

    private static bool SameReal(object value, double real) =>
        double.IsInteger(real) && new BigInteger(real) == new BigInteger(Convert.ToDecimal(value, s_culture));
}
