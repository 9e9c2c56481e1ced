using System.Text.Json.Serialization;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape InputLogEvent of Amazon CloudWatch Logs.</summary>
public partial class InputLogEvent
{
    /// <summary>The timestamp. Required. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? Timestamp { get; set; }

    /// <summary>The message. Required. At least 1 character.</summary>
    public string Message { get; set; }
}
