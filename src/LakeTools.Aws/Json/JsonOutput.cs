using System.Globalization;
using System.Text.Json;
using Amazon.Runtime.Documents;

namespace LakeTools.Aws.Json;

/// <summary>Reads one value of an answer. Methods that read leave the reader at the value's end.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <param name="reader">At the value's start.</param>
/// <returns>The value.</returns>
internal delegate T ReadValue<out T>(ref Utf8JsonReader reader);

/// <summary>Reads the members of answers. The reader is at a member's name, or at the start of an item.</summary>
internal static class JsonOutput
{
    /// <summary>Reads an answer whole.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="answer">The object to fill.</param>
    /// <exception cref="JsonException">The body is no JSON object, or a member has another type than its model says.</exception>
    public static void Fill(ReadOnlySpan<byte> body, IJsonOutput answer)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return;
            Fill(ref reader, answer);
        }
        catch (Exception problem) when (problem is InvalidOperationException or FormatException or OverflowException)
        {
            throw new JsonException("A member has another type than the service's model says.", problem);
        }
    }

    /// <summary>Goes to the member's value where the name is this one.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueTextEquals(name)) return false;
        reader.Read();
        return true;
    }

    public static string? Text(ref Utf8JsonReader reader) => reader.GetString();

    public static bool? Flag(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetBoolean();

    public static int? Integer(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetInt32();

    public static long? Long(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : reader.GetInt64();

    public static double? Number(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw new FormatException("A number is neither a number nor one of the words for what is none."),
        },
        _ => reader.GetDouble(),
    };

    /// <summary>Times are seconds since 1970, with fractions; some gateways write ISO 8601 instead.</summary>
    public static DateTime? Time(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond)),
        _ => DateTime.Parse(
            reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
    };

    public static DateTime? Milliseconds(ref Utf8JsonReader reader) =>
        Long(ref reader) is { } milliseconds ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;

    public static MemoryStream? Bytes(ref Utf8JsonReader reader) =>
        IsNull(ref reader) ? null : new MemoryStream(reader.GetBytesFromBase64());

    public static Document Value(ref Utf8JsonReader reader) => JsonDocuments.Read(ref reader);

    public static T? Shape<T>(ref Utf8JsonReader reader, T shape)
        where T : class, IJsonOutput
    {
        if (IsNull(ref reader)) return null;
        Fill(ref reader, shape);
        return shape;
    }

    public static List<T>? List<T>(ref Utf8JsonReader reader, ReadValue<T> read)
    {
        if (IsNull(ref reader)) return null;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list is not an array.");
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(read(ref reader));
        return list;
    }

    public static Dictionary<string, T>? Map<T>(ref Utf8JsonReader reader, ReadValue<T> read)
    {
        if (IsNull(ref reader)) return null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A map is not an object.");
        var map = new Dictionary<string, T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = read(ref reader);
        }

        return map;
    }

    private static void Fill(ref Utf8JsonReader reader, IJsonOutput shape)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A structure is not an object.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (shape.Read(ref reader)) continue;
            if (shape is IJsonKeeper keeper) Keep(ref reader, keeper);
            else reader.Skip();
        }
    }

    private static void Keep(ref Utf8JsonReader reader, IJsonKeeper keeper)
    {
        var name = reader.GetString()!;
        reader.Read();
        (keeper.Unknown ??= [])[name] = JsonElement.ParseValue(ref reader);
    }

    private static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;
}
