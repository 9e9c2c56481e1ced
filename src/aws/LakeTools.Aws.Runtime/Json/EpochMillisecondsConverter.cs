using System.Text.Json;
using System.Text.Json.Serialization;

namespace LakeTools.Aws.Runtime.Json;

/// <summary>A time as whole milliseconds since 1970, as CloudWatch Logs has them; read as UTC.</summary>
public sealed class EpochMillisecondsConverter : JsonConverter<DateTime>
{
    /// <inheritdoc/>
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTime.UnixEpoch.AddMilliseconds(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond);
}
