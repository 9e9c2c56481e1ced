using System.Globalization;

namespace LakeTools.Core.Data;

/// <summary>Finds the Hive type of a column from values as PowerShell has them: by their types, and of texts by what they say.</summary>
internal sealed class ValueTypeGuess
{
    private readonly ColumnTypeGuess _text = new();
    private readonly HashSet<CellKind> _kinds = [];
    private int _wholeDigits = 1;
    private int _scale;
    private bool _hasTime;

    /// <summary>The type that the values so far allow; text where there was none.</summary>
    public CellType Type
    {
        get
        {
            if (_kinds.Count == 0) return CellType.Text;
            if (_kinds.Count == 1) return Only(_kinds.First());
            if (!_kinds.All(IsNumber)) return CellType.Text;
            if (_kinds.Contains(CellKind.Decimal)) return _kinds.Overlaps([CellKind.Double, CellKind.Float]) ? CellType.Text : Decimal(18);
            if (_kinds.Overlaps([CellKind.Double, CellKind.Float])) return new CellType(CellKind.Double);
            return new CellType(_kinds.Max()); // the kinds of integers stand by their widths
        }
    }

    /// <summary>Takes a value of the column. Null says nothing.</summary>
    /// <param name="value">The value.</param>
    public void Add(object? value)
    {
        if (value is null) return;
        var kind = KindOf(value);
        _kinds.Add(kind);
        if (kind == CellKind.Text) _text.Add(CellText.Format(value, kind));
        if (value is DateTime time) _hasTime |= time.TimeOfDay != TimeSpan.Zero;
        if (value is not decimal and not ulong) return;
        var digits = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        _scale = Math.Max(_scale, digits.Scale);
        _wholeDigits = Math.Max(_wholeDigits, decimal.Truncate(Math.Abs(digits)).ToString(CultureInfo.InvariantCulture).Length);
    }

    private CellType Only(CellKind kind) => kind switch
    {
        CellKind.Text => _text.Type,
        CellKind.Decimal => Decimal(0),
        CellKind.Timestamp => new CellType(_hasTime ? CellKind.Timestamp : CellKind.Date),
        _ => new CellType(kind),
    };

    // A sample's longest number is no bound for what follows, so there is room for more digits.
    private CellType Decimal(int leastWholeDigits) => new(CellKind.Decimal, Math.Min(Math.Max(_wholeDigits, leastWholeDigits) + _scale + 4, 38), _scale);

    private static bool IsNumber(CellKind kind) => kind is >= CellKind.TinyInt and <= CellKind.Decimal;

    private static CellKind KindOf(object value) => value switch
    {
        bool => CellKind.Boolean,
        sbyte or byte => CellKind.SmallInt,
        short => CellKind.SmallInt,
        int or ushort => CellKind.Int,
        long or uint => CellKind.BigInt,
        float => CellKind.Float,
        double => CellKind.Double,
        decimal or ulong => CellKind.Decimal,
        DateOnly => CellKind.Date,
        DateTime or DateTimeOffset => CellKind.Timestamp,
        byte[] => CellKind.Binary,
        _ => CellKind.Text,
    };
}
