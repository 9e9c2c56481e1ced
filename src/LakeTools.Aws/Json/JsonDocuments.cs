using System.Text.Json;
using Amazon.Runtime.Documents;

namespace LakeTools.Aws.Json;

/// <summary>Members that hold any JSON value, which the SDK has as <see cref="Document"/>.</summary>
internal static class JsonDocuments
{
    /// <summary>Writes a value.</summary>
    /// <param name="writer">The destination.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, Document value)
    {
        switch (value.Type)
        {
            case DocumentType.Null:
                writer.WriteNullValue();
                break;
            case DocumentType.Bool:
                writer.WriteBooleanValue(value.AsBool());
                break;
            case DocumentType.Int:
                writer.WriteNumberValue(value.AsInt());
                break;
            case DocumentType.Long:
                writer.WriteNumberValue(value.AsLong());
                break;
            case DocumentType.Double:
                writer.WriteNumberValue(value.AsDouble());
                break;
            case DocumentType.String:
                writer.WriteStringValue(value.AsString());
                break;
            case DocumentType.List:
                JsonInput.ListValue(writer, value.AsList(), Write);
                break;
            case DocumentType.Dictionary:
                JsonInput.MapValue(writer, value.AsDictionary(), Write);
                break;
            default:
                throw new NotSupportedException($"A document of the type {value.Type} cannot be written as JSON.");
        }
    }

    /// <summary>Reads a value.</summary>
    /// <param name="reader">At the value's start; at its end after that.</param>
    /// <returns>The value.</returns>
    public static Document Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.True => new Document(true),
        JsonTokenType.False => new Document(false),
        JsonTokenType.String => new Document(reader.GetString()),
        JsonTokenType.Number => reader.TryGetInt32(out var small) ? new Document(small)
            : reader.TryGetInt64(out var whole) ? new Document(whole)
            : new Document(reader.GetDouble()),
        JsonTokenType.StartArray => new Document(JsonOutput.List(ref reader, Read)),
        _ => new Document(JsonOutput.Map(ref reader, Read)),
    };
}
