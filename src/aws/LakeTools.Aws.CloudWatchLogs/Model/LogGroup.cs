using System.Text.Json.Serialization;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The shape LogGroup of Amazon CloudWatch Logs.</summary>
public partial class LogGroup
{
    /// <summary>The log group name. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The creation time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? CreationTime { get; set; }

    /// <summary>The retention in days.</summary>
    public int? RetentionInDays { get; set; }

    /// <summary>The metric filter count.</summary>
    public int? MetricFilterCount { get; set; }

    /// <summary>The arn.</summary>
    public string Arn { get; set; }

    /// <summary>The stored bytes. 0 or more.</summary>
    public long? StoredBytes { get; set; }

    /// <summary>The kms key id. At most 256 characters.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>The log group class.</summary>
    public LogGroupClass LogGroupClass { get; set; }
}
