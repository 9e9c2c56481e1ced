using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>Objects of the services as JSON and back, for a journal: whatever the members are named, and whichever SDK has them.</summary>
internal static class ServiceJson
{
    private static readonly JsonSerializerOptions s_options = new(ReadableJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ConstantConverter(), new BytesConverter() },
    };

    public static string Write<T>(T thing) => JsonSerializer.Serialize(thing, s_options);

    /// <exception cref="JsonException">It is not such an object.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, s_options) ?? throw new JsonException("The text is empty.");

    // The enumerations of the SDK are classes with a text.
    private sealed class ConstantConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

        private sealed class Converter<T> : JsonConverter<T>
            where T : ConstantClass
        {
            private static readonly ConstructorInfo s_make = typeof(T).GetConstructor([typeof(string)])!;

            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                (T)s_make.Invoke([reader.GetString()]);

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.Value);
        }
    }

    private sealed class BytesConverter : JsonConverter<MemoryStream>
    {
        public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetBytesFromBase64());

        public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(value.ToArray());
    }
}
