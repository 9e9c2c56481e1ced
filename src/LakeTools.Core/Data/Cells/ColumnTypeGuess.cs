using System.Globalization;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>
/// Finds the narrowest Hive type that holds every text of a column without loss. A text that resembles a number but is more
/// likely a name stays text: a leading zero (<c>007</c>) or a plus sign would be lost.
/// </summary>
internal sealed class ColumnTypeGuess
{
    private const int LongestDecimal = 38;
    private const int DoubleDigits = 15;
    private const int WholeSeconds = 19; // the characters of 2026-01-31 10:20:30
    private const int MostFraction = 9;

    private Facts _seen;
    private int _wholeDigits;
    private int _scale;
    private bool _hasOtherForm;

    [Flags]
    private enum Facts
    {
        None = 0,
        Boolean = 1,
        Int = 2,
        BigInt = 4,
        LongInteger = 8,
        Real = 16,
        Exponent = 32,
        BeyondDouble = 64,
        Date = 128,
        Timestamp = 256,
        Text = 512,
    }

    /// <summary>True if some text is not empty and of another type than text.</summary>
    public bool IsTyped => _seen != Facts.None && (_seen & Facts.Text) == 0;

    /// <summary>The type that the texts so far allow; text where there was none.</summary>
    public CellType Type => _seen switch
    {
        Facts.None => CellType.Text,
        _ when (_seen & Facts.Text) != 0 => CellType.Text,
        Facts.Boolean => new CellType(CellKind.Boolean),
        Facts.Date => new CellType(CellKind.Date),
        _ when IsOnly(Facts.Date | Facts.Timestamp) => new CellType(CellKind.Timestamp),
        Facts.Int => new CellType(CellKind.Int),
        _ when IsOnly(Facts.Int | Facts.BigInt) => new CellType(CellKind.BigInt),
        _ when IsOnly(Facts.Int | Facts.BigInt | Facts.LongInteger) => Decimal(),
        _ when IsOnly(Facts.Int | Facts.BigInt | Facts.LongInteger | Facts.Real | Facts.Exponent | Facts.BeyondDouble) => RealType(),
        _ => CellType.Text,
    };

    /// <summary>True if a text is a time that is cut when it is read.</summary>
    public bool HasCutTimes { get; private set; }

    /// <summary>True if a text is a time in another form than <c>2026-01-31 10:20:30.123</c>, which SerDes require, or a date among
    /// times.</summary>
    public bool HasOtherTimes => _hasOtherForm || (_seen & (Facts.Date | Facts.Timestamp)) == (Facts.Date | Facts.Timestamp);

    /// <summary>Returns whether a text that can be read as a number is more likely a name: a leading zero or a plus sign would be lost.
    /// NaN and Infinity are words.</summary>
    /// <param name="text">The text, without blanks around it and not empty.</param>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        if (digits.Length == 0 || !(char.IsAsciiDigit(digits[0]) || digits[0] == '.')) return true;
        return digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
    }

    /// <summary>Takes a text of the column. An empty one says nothing.</summary>
    /// <param name="text">The text.</param>
    public void Add(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > 0 && (_seen & Facts.Text) == 0) _seen |= Look(text);
    }

    private Facts Look(ReadOnlySpan<char> text)
    {
        var first = text[0];
        if (first is 't' or 'T' or 'f' or 'F') return bool.TryParse(text, out _) ? Facts.Boolean : Facts.Text;
        if (!char.IsAsciiDigit(first) && first is not ('-' or '.')) return Facts.Text;
        if (IsoTime.TryParseDate(text, out _)) return Facts.Date;
        if (IsoTime.TryParse(text, out _))
        {
            HasCutTimes |= IsoTime.IsCut(text);
            _hasOtherForm |= !IsInHiveForm(text);
            return Facts.Timestamp;
        }

        return LookAtNumber(text);
    }

    // Of a text that is a time: a blank before the hour, seconds, at most nine digits of a fraction, and no time zone.
    private static bool IsInHiveForm(ReadOnlySpan<char> text)
    {
        if (text.Length < WholeSeconds || text["2026-01-31".Length] != ' ') return false;
        var fraction = text[WholeSeconds..];
        return fraction.Length == 0 || (fraction[0] == '.' && fraction.Length is > 1 and <= 1 + MostFraction
            && fraction[1..].IndexOfAnyExceptInRange('0', '9') < 0);
    }

    private Facts LookAtNumber(ReadOnlySpan<char> text)
    {
        var digits = text[0] == '-' ? text[1..] : text;
        var exponent = digits.IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? digits : digits[..exponent];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || IsName(text)) return Facts.Text;
        if (whole.IndexOfAnyExceptInRange('0', '9') >= 0 || fraction.IndexOfAnyExceptInRange('0', '9') >= 0) return Facts.Text;
        if (exponent >= 0)
        {
            var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
            return isNumber ? Facts.Real | Facts.Exponent : Facts.Text;
        }

        _wholeDigits = Math.Max(_wholeDigits, whole.Length);
        _scale = Math.Max(_scale, fraction.Length);
        if (point >= 0) return IsExactAsDouble(text, whole.Length + fraction.Length) ? Facts.Real : Facts.Real | Facts.BeyondDouble;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return Facts.Int;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return Facts.LongInteger | Facts.BeyondDouble;
        return whole.Length > DoubleDigits ? Facts.BigInt | Facts.BeyondDouble : Facts.BigInt;
    }

    // Up to 15 digits a double keeps any number; with more, it does where it is the very text that a double is written as.
    private static bool IsExactAsDouble(ReadOnlySpan<char> text, int digits) =>
        digits <= DoubleDigits || double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString("R", CultureInfo.InvariantCulture).AsSpan().SequenceEqual(text);

    private CellType RealType() =>
        (_seen & Facts.BeyondDouble) == 0 ? new CellType(CellKind.Double) : (_seen & Facts.Exponent) == 0 ? Decimal() : CellType.Text;

    private CellType Decimal() =>
        _wholeDigits + _scale <= LongestDecimal ? new CellType(CellKind.Decimal, _wholeDigits + _scale, _scale) : CellType.Text;

    // BeyondDouble may occur with an integer that is well within a bigint.
    private bool IsOnly(Facts allowed) => (_seen & ~(allowed | Facts.BeyondDouble)) == 0;
}
