using System.Text.Json.Serialization;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape OutputLogEvent of Amazon CloudWatch Logs.</summary>
public partial class OutputLogEvent
{
    /// <summary>The timestamp. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? Timestamp { get; set; }

    /// <summary>The message. At least 1 character.</summary>
    public string Message { get; set; }

    /// <summary>The ingestion time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? IngestionTime { get; set; }
}
