using System.Globalization;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>Returns whether a cell still says what the text said that it was read from: what is written must not be rounded.</summary>
internal static class ExactText
{
    // Any number of that many digits is the shortest text of its float or double (IEEE 754, FLT_DIG and DBL_DIG).
    private const int ShortDouble = 15;
    private const int ShortFloat = 6;
    private const int LongestReal = 32;
    private const double LeastDouble = 2.2250738585072014E-308; // below, numbers have fewer digits
    private const float LeastFloat = 1.17549435E-38f;

    // The shortest text; all digits that tell a number from its neighbours, which many programs write; and its exact value.
    private static readonly string[] s_doubles = ["R", "E16", "E766"];
    private static readonly string[] s_floats = ["R", "E8", "E111"];
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>Compares a text and its cell.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="type">The type of the cell.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>False if digits are lost.</returns>
    public static bool Is(ReadOnlySpan<char> text, CellType type, object? cell) => cell switch
    {
        double real => Is(text, real),
        float real => Is(text, real),
        DateTime when type.Kind == CellKind.Timestamp => !IsoTime.IsCut(text),
        _ => type.Kind != CellKind.Decimal || IsWithin(text, type.Scale),
    };

    /// <summary>Returns whether a number is the one that its double is written as.</summary>
    /// <param name="text">The number.</param>
    /// <param name="real">The double.</param>
    public static bool IsShortest(ReadOnlySpan<char> text, double real) => Says(text, real, ["R"]);

    /// <summary>Returns whether a double has all its digits.</summary>
    /// <param name="real">The double.</param>
    /// <returns>False for zero, infinity, NaN, and numbers with fewer digits.</returns>
    public static bool IsNormal(double real) => Math.Abs(real) is >= LeastDouble and < double.PositiveInfinity;

    private static bool Is(ReadOnlySpan<char> text, double real) =>
        (text.Length <= ShortDouble && IsNormal(real)) || IsWritten(text, real) || Says(text, real, s_doubles);

    private static bool Is(ReadOnlySpan<char> text, float real) =>
        (text.Length <= ShortFloat && Math.Abs(real) is >= LeastFloat and < float.PositiveInfinity)
            || IsWritten(text, real) || Says(text, real, s_floats);

    // Most long texts are what the number is written as.
    private static bool IsWritten<T>(ReadOnlySpan<char> text, T real)
        where T : ISpanFormattable
    {
        Span<char> written = stackalloc char[LongestReal];
        return real.TryFormat(written, out var length, "R", s_culture) && text.SequenceEqual(written[..length]);
    }

    private static bool Says(ReadOnlySpan<char> text, IFormattable real, string[] forms)
    {
        if (!text.ContainsAnyInRange('1', '9')) return true; // zero, and the words for NaN and infinity
        if (!DecimalNumber.TryParse(text, out var number)) return false;
        foreach (var form in forms)
            if (DecimalNumber.TryParse(real.ToString(form, s_culture), out var said) && said == number) return true;
        return false;
    }

    private static bool IsWithin(ReadOnlySpan<char> text, int scale)
    {
        if (text.IndexOfAny('e', 'E') >= 0) return DecimalNumber.TryParse(text, out var number) && number.Scale <= scale;
        var point = text.IndexOf('.');
        return point < 0 || text[(point + 1)..].TrimEnd('0').Length <= scale;
    }
}
