using System.Collections;
using System.Globalization;

namespace LakeTools.Core.Data.Cells;

/// <summary>
/// Finds the Hive type of a column from values, by their types. Text is text, unless it comes from a source without types, such as
/// delimited text: then it is what it says. JSON says itself what is a number and what is a text, so there only dates and
/// timestamps are looked for in texts; its numbers have no width, so the narrowest type that holds them is taken.
/// </summary>
/// <param name="isJson">True for values of JSON whose columns are inferred.</param>
internal sealed class ValueTypeGuess(bool isJson = false)
{
    private readonly ColumnTypeGuess _text = new();
    private readonly ColumnTypeGuess _number = new();
    private readonly HashSet<CellKind> _kinds = [];
    private readonly List<(string Name, ValueTypeGuess Guess)> _fields = [];
    private ValueTypeGuess? _item;
    private ValueTypeGuess? _mapValue;
    private CellType? _key;
    private bool _hasText;
    private int _wholeDigits = 1;
    private int _scale;
    private bool _hasTime;

    /// <summary>The type that the values so far allow; text where there was none.</summary>
    public CellType Type
    {
        get
        {
            if (_kinds.Count == 0) return CellType.Text;
            if (isJson && _kinds.All(IsNumber)) return _number.Type;
            if (_kinds.Count == 1) return Only(_kinds.First());
            if (!_kinds.All(IsNumber)) return CellType.Text;
            if (_kinds.Contains(CellKind.Decimal)) return _kinds.Overlaps([CellKind.Double, CellKind.Float]) ? CellType.Text : Decimal(18);
            if (_kinds.Overlaps([CellKind.Double, CellKind.Float])) return new CellType(CellKind.Double);
            return new CellType(_kinds.Max()); // the kinds of integers stand by their widths
        }
    }

    /// <summary>Takes a value of the column. Null says nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isUntyped">True for text that comes from a source without types.</param>
    public void Add(object? value, bool isUntyped = false)
    {
        if (value is null) return;
        var kind = KindOf(value);
        _kinds.Add(kind);
        if (kind == CellKind.Text) AddText(CellText.Format(value, kind), isUntyped);
        if (isJson && IsNumber(kind)) _number.Add(NumberText(value, kind));
        if (value is DateTime time) _hasTime |= time.TimeOfDay != TimeSpan.Zero;
        if (value is DateTimeOffset zoned) _hasTime |= zoned.UtcDateTime.TimeOfDay != TimeSpan.Zero;
        if (kind == CellKind.Struct) AddFields(value);
        if (kind == CellKind.Array) AddItems((IEnumerable)value);
        if (value is LakeMap map) AddEntries(map);
        if (value is not decimal and not ulong) return;
        var digits = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        _scale = Math.Max(_scale, digits.Scale);
        _wholeDigits = Math.Max(_wholeDigits, decimal.Truncate(Math.Abs(digits)).ToString(CultureInfo.InvariantCulture).Length);
    }

    private void AddText(string text, bool isUntyped)
    {
        // An empty text is no null, and of no other type.
        if ((isJson || isUntyped) && !string.IsNullOrWhiteSpace(text)) _text.Add(text);
        else _hasText = true;
    }

    private void AddEntries(LakeMap map)
    {
        _key = _key is null || _key.Value.ToHive() == map.KeyType.ToHive() ? map.KeyType : CellType.Text;
        _mapValue ??= new ValueTypeGuess(isJson);
        foreach (var item in map.Values) _mapValue.Add(item);
    }

    // 10.0 and 1e3 are no integers in JSON, and its reader takes them for none.
    private static string NumberText(object value, CellKind kind)
    {
        var text = CellText.Format(value, kind);
        return value is double or float && text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private void AddFields(object value)
    {
        if (value is DataRow row)
        {
            for (var i = 0; i < row.ColumnNames.Count; i++) FieldOf(row.ColumnNames[i]).Add(row.Values[i]);
            return;
        }

        foreach (DictionaryEntry entry in (IDictionary)value) FieldOf(entry.Key.ToString() ?? "").Add(entry.Value);
    }

    private void AddItems(IEnumerable items)
    {
        _item ??= new ValueTypeGuess(isJson);
        foreach (var item in items) _item.Add(item);
    }

    private ValueTypeGuess FieldOf(string name)
    {
        foreach (var (known, guess) in _fields)
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return guess;
        var added = new ValueTypeGuess(isJson);
        _fields.Add((name, added));
        return added;
    }

    private CellType Only(CellKind kind) => kind switch
    {
        CellKind.Text when isJson => !_hasText && _text.Type is { Kind: CellKind.Date or CellKind.Timestamp } time ? time : CellType.Text,
        CellKind.Text => _hasText || _text.HasCutTimes ? CellType.Text : _text.Type,
        CellKind.Decimal => Decimal(0),
        CellKind.Timestamp => new CellType(_hasTime ? CellKind.Timestamp : CellKind.Date),
        CellKind.Map => CellType.MapOf(_key ?? CellType.Text, _mapValue?.Type ?? CellType.Text),
        CellKind.Array => CellType.ArrayOf(_item?.Type ?? CellType.Text),
        CellKind.Struct => _fields.Count == 0
            ? CellType.Text : CellType.StructOf(_fields.Select(field => new CellField(field.Name, field.Guess.Type)).ToArray()),
        _ => new CellType(kind),
    };

    // A sample's longest number is no bound for what follows, so there is room for more digits.
    private CellType Decimal(int leastWholeDigits) =>
        new(CellKind.Decimal, Math.Min(Math.Max(_wholeDigits, leastWholeDigits) + _scale + 4, 38), _scale);

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
        LakeMap => CellKind.Map,
        DataRow or IDictionary => CellKind.Struct,
        string => CellKind.Text,
        IEnumerable => CellKind.Array,
        _ => CellKind.Text,
    };
}
