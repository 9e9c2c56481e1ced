using System.Text.Json.Serialization;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape LogStream of Amazon CloudWatch Logs.</summary>
public partial class LogStream
{
    /// <summary>The log stream name. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }

    /// <summary>The creation time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? CreationTime { get; set; }

    /// <summary>The first event timestamp. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? FirstEventTimestamp { get; set; }

    /// <summary>The last event timestamp. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? LastEventTimestamp { get; set; }

    /// <summary>The last ingestion time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? LastIngestionTime { get; set; }

    /// <summary>The upload sequence token. At least 1 character.</summary>
    public string UploadSequenceToken { get; set; }

    /// <summary>The arn.</summary>
    public string Arn { get; set; }

    /// <summary>The stored bytes. 0 or more.</summary>
    public long? StoredBytes { get; set; }
}
