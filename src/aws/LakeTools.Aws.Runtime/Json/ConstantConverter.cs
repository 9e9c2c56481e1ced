using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace LakeTools.Aws.Runtime.Json;

/// <summary>Writes an enum of the SDK as its value.</summary>
/// <typeparam name="T">The enum's class.</typeparam>
public sealed class ConstantConverter<T> : JsonConverter<T>
    where T : ConstantClass, IWireConstant<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? T.FindValue(value) : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
