using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Documents;

namespace LakeTools.Aws.Json;

/// <summary>Writes the members of requests. A member that is null is left out.</summary>
internal static class JsonInput
{
    /// <summary>A new token for a call that the caller gave none. It is made before the SDK's retries, which all carry the same.</summary>
    public static string NewToken() => Guid.NewGuid().ToString();

    public static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Constant(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ConstantClass? value) => Text(writer, name, value?.Value);

    public static void Flag(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag) writer.WriteBoolean(name, flag);
    }

    public static void Integer(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value) => Long(writer, name, value);

    public static void Long(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    public static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } number) return;
        writer.WritePropertyName(name);
        NumberValue(writer, number);
    }

    public static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is not { } time) return;
        writer.WritePropertyName(name);
        TimeValue(writer, time);
    }

    public static void Milliseconds(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } time) writer.WriteNumber(name, SinceEpoch(time));
    }

    public static void Bytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MemoryStream? value)
    {
        if (value is not null) writer.WriteBase64String(name, value.ToArray());
    }

    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Document value)
    {
        if (value.IsNull()) return;
        writer.WritePropertyName(name);
        JsonDocuments.Write(writer, value);
    }

    public static void Shape(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IJsonInput? value)
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        ShapeValue(writer, value);
    }

    /// <summary>Writes a list. An empty list is sent only if it differs from an absent one.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? value, Action<Utf8JsonWriter, T> write)
    {
        if (value is null || (value.Count == 0 && AWSConfigs.InitializeCollections)) return;
        writer.WritePropertyName(name);
        ListValue(writer, value, write);
    }

    /// <summary>Writes a map. An empty map is sent only if it differs from an absent one.</summary>
    public static void Map<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Dictionary<string, T>? value, Action<Utf8JsonWriter, T> write)
    {
        if (value is null || (value.Count == 0 && AWSConfigs.InitializeCollections)) return;
        writer.WritePropertyName(name);
        MapValue(writer, value, write);
    }

    /// <summary>Writes the members that a structure brought with it when it was read and that are not known.</summary>
    public static void Unknown(Utf8JsonWriter writer, IJsonKeeper keeper)
    {
        if (keeper.Unknown is not { } members) return;
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    public static void TextValue(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public static void FlagValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public static void IntegerValue(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public static void LongValue(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    public static void NumberValue(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value)) writer.WriteNumberValue(value);
        else writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    /// <summary>Times are seconds since 1970, with fractions of a thousandth.</summary>
    public static void TimeValue(Utf8JsonWriter writer, DateTime value)
    {
        var milliseconds = SinceEpoch(value);
        if (milliseconds % 1000 == 0) writer.WriteNumberValue(milliseconds / 1000);
        else writer.WriteNumberValue(milliseconds / 1000m);
    }

    public static void ShapeValue(Utf8JsonWriter writer, IJsonInput? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        value.Write(writer);
        writer.WriteEndObject();
    }

    public static void ListValue<T>(Utf8JsonWriter writer, List<T> value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in value) write(writer, item);
        writer.WriteEndArray();
    }

    public static void MapValue<T>(Utf8JsonWriter writer, Dictionary<string, T> value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value)
        {
            writer.WritePropertyName(key);
            write(writer, item);
        }

        writer.WriteEndObject();
    }

    private static long SinceEpoch(DateTime time) => (time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
