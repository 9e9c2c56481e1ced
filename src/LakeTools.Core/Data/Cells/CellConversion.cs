using System.Collections;
using System.Globalization;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>Turns values of any kind into values of a column's type, and refuses those that would lose something.</summary>
internal sealed class CellConversion
{
    private readonly bool _isGuessed;
    private readonly Action? _onCut;

    private CellConversion(bool isGuessed = false, Action? onCut = null) => (_isGuessed, _onCut) = (isGuessed, onCut);

    /// <summary>Into a type that was chosen. An empty text is null there, but not within a nested value.</summary>
    public static CellConversion Chosen { get; } = new();

    /// <summary>Into a type that was guessed from other values. An empty text is no null, and 007 no number.</summary>
    public static CellConversion Guessed { get; } = new(isGuessed: true);

    /// <summary>From a file into the type of its table, as Athena reads it: texts are read as in delimited text, decimals are rounded to
    /// the scale of the type, and an empty text is null.</summary>
    /// <param name="onCut">Called for a time that was cut.</param>
    /// <returns>The conversion.</returns>
    public static CellConversion Reading(Action onCut) => new(onCut: onCut);

    /// <summary>Makes a value one of a type.</summary>
    /// <param name="value">The value; not null.</param>
    /// <param name="type">The column's type; null if anything goes.</param>
    /// <param name="cell">The value as <see cref="DataRow"/> has it; null if the value means null.</param>
    /// <returns>False if the type cannot hold the value.</returns>
    public bool TryConvert(object value, CellType? type, out object? cell)
    {
        cell = value;
        if (type is not { } known) return true;
        switch (known.Kind)
        {
            case CellKind.Text:
                var text = CellText.Format(value, CellKind.Text);
                cell = text;
                return known.Precision == 0 || text.Length <= known.Precision || _onCut is not null
                    || text.EnumerateRunes().Count() <= known.Precision; // as Hive counts
            case CellKind.Array:
                return TryArray(value, known, out cell);
            case CellKind.Map:
                return TryMap(value, known, out cell);
            case CellKind.Struct:
                return TryStruct(value, known, out cell);
            case CellKind.Date when value is DateTime { TimeOfDay.Ticks: not 0 } or DateTimeOffset { UtcDateTime.TimeOfDay.Ticks: not 0 }:
                return false;
            default:
                cell = OfKind(value, known);
                return cell is not null || TryText(value, known, out cell);
        }
    }

    // Values that are converted without text, and without a loss. Null for others.
    private static object? OfKind(object value, CellType type) => (type.Kind, value) switch
    {
        (CellKind.Boolean, bool) or (CellKind.TinyInt, sbyte) or (CellKind.SmallInt, short) => value,
        (CellKind.Int, int) or (CellKind.BigInt, long) => value,
        (CellKind.Float, float) or (CellKind.Double, double) or (CellKind.Binary, byte[]) => value,
        (CellKind.SmallInt, sbyte or byte) => Convert.ToInt16(value, CultureInfo.InvariantCulture),
        (CellKind.Int, short or sbyte or byte or ushort) => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        (CellKind.BigInt, int or short or sbyte or byte or ushort or uint) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (CellKind.Decimal, decimal number) when CellText.IsOf(number, type) => value,
        (CellKind.Float, double real) when (float)real == real => (float)real,
        (CellKind.Date or CellKind.Timestamp, DateTime time) => Plain(time.Kind == DateTimeKind.Local
            && type.Kind == CellKind.Timestamp ? time.ToUniversalTime() : time),
        (CellKind.Date or CellKind.Timestamp, DateTimeOffset time) => Plain(time.UtcDateTime),
        (CellKind.Date or CellKind.Timestamp, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };

    private static object Plain(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);

    private bool TryText(object value, CellType type, out object? cell)
    {
        var text = CellText.Format(value, type.Kind).AsSpan().Trim();
        if (!CellText.TryParse(text, type, out cell)) return false;
        if (cell is null) return !_isGuessed;
        if (_onCut is not null) return IsRead(value, text, type, cell);
        var isNumber = type.Kind is >= CellKind.TinyInt and <= CellKind.Decimal;
        if (_isGuessed && isNumber && value is string && ColumnTypeGuess.IsName(text)) return false;
        return ExactText.Is(text, type, cell);
    }

    private bool IsRead(object value, ReadOnlySpan<char> text, CellType type, object cell)
    {
        if (type.Kind == CellKind.Timestamp && IsoTime.IsCut(text)) _onCut!();
        return value is string || cell is not (double or float) || ExactText.Is(text, type, cell);
    }

    private bool TryArray(object value, CellType type, out object? cell)
    {
        cell = null;
        if (value is string or byte[] or IDictionary or not IEnumerable) return false;
        var items = new List<object?>();
        foreach (var item in (IEnumerable)value)
        {
            if (!TryPart(item, type.Parts![0].Type, out var part)) return false;
            items.Add(part);
        }

        cell = items.ToArray();
        return true;
    }

    private bool TryMap(object value, CellType type, out object? cell)
    {
        cell = null;
        var map = new LakeMap(type.Parts![0].Type);
        foreach (var (key, item) in Entries(value))
        {
            if (!TryPart(key, type.Parts![0].Type, out var name) || name is null
                || !TryPart(item, type.Parts[1].Type, out var part) || map.Contains(name)) return false;
            map[name] = part;
        }

        cell = map;
        return value is IDictionary or DataRow;
    }

    private bool TryStruct(object value, CellType type, out object? cell)
    {
        cell = null;
        if (value is not (IDictionary or DataRow)) return false;
        var fields = type.Parts!;
        var values = new object?[fields.Count];
        var isSet = new bool[fields.Count]; // two keys that differ only in case are two values for one field
        foreach (var (key, item) in Entries(value))
        {
            var position = Position(fields, key.ToString() ?? "");
            if (position < 0 || isSet[position] || !TryPart(item, fields[position].Type, out values[position])) return false;
            isSet[position] = true;
        }

        cell = new DataRow(fields.Select(field => field.Name).ToArray(), values);
        return true;
    }

    private bool TryPart(object? value, CellType type, out object? part)
    {
        part = null;
        return value is null || (TryConvert(value, type, out part) && (part is not null || _onCut is not null));
    }

    private static int Position(IReadOnlyList<CellField> fields, string name)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    private static IEnumerable<(object Key, object? Value)> Entries(object value) => value switch
    {
        DataRow row => row.ColumnNames.Select((name, i) => ((object)name, row.Values[i])),
        IDictionary dictionary => dictionary.Cast<DictionaryEntry>().Select(entry => (entry.Key, entry.Value)),
        _ => [],
    };
}
