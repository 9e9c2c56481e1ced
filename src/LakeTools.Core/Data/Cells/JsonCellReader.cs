using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Data.Cells;

/// <summary>
/// Makes values of JSON: by a column's type, or as the JSON says where there is none. Without a type, integers are
/// <see cref="long"/>, other numbers <see cref="double"/> where that is exact and else <see cref="decimal"/>, objects
/// <see cref="DataRow"/>, and texts stay texts.
/// </summary>
/// <param name="onCut">Called for a time that is cut.</param>
/// <param name="mapping">The property of each field that has another name. Null if none has.</param>
internal sealed class JsonCellReader(Action onCut, IReadOnlyDictionary<string, string>? mapping = null)
{
    private const int ExactDoubleDigits = 15;
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>Reads the value at which the reader stands, to its end.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="type">The type; null to take what is there.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the JSON is no value of the type; the reader then stands somewhere within it.</returns>
    public bool TryRead(ref Utf8JsonReader reader, CellType? type, out object? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (type is not { } known)
        {
            value = Read(ref reader);
            return true;
        }

        switch (known.Kind)
        {
            case CellKind.Text:
                value = Text(ref reader);
                return true;
            case CellKind.Array:
                return TryArray(ref reader, known, out value);
            case CellKind.Map:
                return TryMap(ref reader, known, out value);
            case CellKind.Struct:
                return TryStruct(ref reader, known, out value);
            case CellKind.Boolean when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                value = reader.TokenType == JsonTokenType.True;
                return true;
        }

        return reader.TokenType switch
        {
            JsonTokenType.String => TryText(reader.GetString(), known, out value),
            JsonTokenType.Number => TryNumber(ref reader, known, out value),
            _ => false,
        };
    }

    /// <summary>Reads the value at which the reader stands, to its end, as the JSON says.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value, or null.</returns>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True or JsonTokenType.False:
                return reader.TokenType == JsonTokenType.True;
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
                return items.ToArray();
            case JsonTokenType.StartObject:
                var fields = new PropertyNames();
                var values = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    fields.Add(reader.GetString()!);
                    reader.Read();
                    values.Add(Read(ref reader));
                }

                return new DataRow(fields.Names, values.ToArray());
            default:
                return null;
        }
    }

    private bool TryText(string? text, CellType type, out object? value)
    {
        if (!CellText.TryParse(text, type, out value)) return false;
        if (type.Kind == CellKind.Timestamp && IsoTime.IsCut(text.AsSpan().Trim())) onCut();
        return true;
    }

    private static bool TryNumber(ref Utf8JsonReader reader, CellType type, out object? value)
    {
        value = null;
        if (type.Kind is CellKind.Date or CellKind.Timestamp or CellKind.Binary or CellKind.Boolean) return false;
        var bytes = reader.ValueSpan;
        Span<char> text = bytes.Length <= 128 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        Encoding.ASCII.GetChars(bytes, text);
        return CellText.TryParse(text, type, out value);
    }

    private bool TryArray(ref Utf8JsonReader reader, CellType type, out object? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!TryRead(ref reader, type.Parts![0].Type, out var item)) return false;
            items.Add(item);
        }

        value = items.ToArray();
        return true;
    }

    private bool TryMap(ref Utf8JsonReader reader, CellType type, out object? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var map = new LakeMap(type.Parts![0].Type);
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (!TryText(reader.GetString(), type.Parts![0].Type, out var key) || key is null) return false;
            reader.Read();
            if (!TryRead(ref reader, type.Parts[1].Type, out var item)) return false;
            map[key] = item;
            if (map.Count != ++count) return false; // a second entry would take the place of the first one
        }

        value = map;
        return true;
    }

    private bool TryStruct(ref Utf8JsonReader reader, CellType type, out object? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var fields = type.Parts!;
        var values = new object?[fields.Count];
        var isRead = new bool[fields.Count];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            var position = 0;
            while (position < fields.Count
                && !PropertyOf(fields[position].Name).Equals(name, StringComparison.OrdinalIgnoreCase)) position++;
            reader.Read();
            if (position == fields.Count)
            {
                reader.Skip();
                continue;
            }

            if (isRead[position] || !TryRead(ref reader, fields[position].Type, out values[position])) return false;
            isRead[position] = true;
        }

        value = new DataRow(fields.Select(field => field.Name).ToArray(), values);
        return true;
    }

    private string PropertyOf(string field) => mapping?.GetValueOrDefault(field) ?? field;

    // Hive reads whatever is in a column of text: a number as it is written, an object as its JSON.
    private static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                using (var document = JsonDocument.ParseValue(ref reader)) return document.RootElement.GetRawText();
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static object Number(ref Utf8JsonReader reader)
    {
        // No whole number has the sign of -0.
        if (reader.TryGetInt64(out var integer)) return integer == 0 && reader.ValueSpan[0] == (byte)'-' ? -0.0 : (object)integer;
        var digits = 0;
        var isPlain = true;
        foreach (var c in reader.ValueSpan)
        {
            if (char.IsAsciiDigit((char)c)) digits++;
            else if (c is (byte)'e' or (byte)'E') isPlain = false;
        }

        var real = reader.GetDouble();
        if (digits <= ExactDoubleDigits && (isPlain || ExactText.IsNormal(real))) return real;
        var text = Encoding.ASCII.GetString(reader.ValueSpan);
        if (isPlain ? real.ToString("R", s_culture) == text : ExactText.IsShortest(text, real)) return real;
        return DecimalNumber.TryParse(text, out var number) && number.IsShort ? decimal.Parse(text, NumberStyles.Float, s_culture) : text;
    }
}
