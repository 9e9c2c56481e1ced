using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LakeTools.Core.Data.Cells;

/// <summary>Writes values as JSON, so that <see cref="JsonCellReader"/> reads equal ones.</summary>
internal static class JsonCellWriter
{
    /// <summary>Characters as they are where JSON allows them: the files are read by programs, not put into pages.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true };

    /// <summary>A nested value as text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type; null if it has none that is known.</param>
    /// <returns>JSON on one line.</returns>
    public static string Format(object value, CellType? type = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, value, type);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer that receives the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type, which says whether a <see cref="DateTime"/> is a date; null if a time at midnight is one.</param>
    public static void Write(Utf8JsonWriter writer, object? value, CellType? type)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case float single when float.IsFinite(single):
                writer.WriteNumberValue(single);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case DataRow row:
                WriteObject(writer, row, type);
                break;
            case IDictionary dictionary:
                WriteMap(writer, dictionary, type);
                break;
            case IEnumerable items when value is not byte[]:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item, type?.Parts?[0].Type);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(CellText.Format(value, type?.Kind));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, DataRow row, CellType? type)
    {
        writer.WriteStartObject();
        for (var i = 0; i < row.ColumnNames.Count; i++)
        {
            writer.WritePropertyName(row.ColumnNames[i]);
            Write(writer, row.Values[i], type is { Kind: CellKind.Struct } known ? known.Parts![i].Type : null);
        }

        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map, CellType? type)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            var keyType = type?.Parts?[0].Type;
            writer.WritePropertyName(CellText.Format(entry.Key, keyType?.Kind));
            Write(writer, entry.Value, type is { Kind: CellKind.Map } known ? known.Parts![1].Type : null);
        }

        writer.WriteEndObject();
    }
}
