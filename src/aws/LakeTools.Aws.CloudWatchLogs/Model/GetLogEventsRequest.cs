using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of GetLogEvents.</summary>
public partial class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The log group identifier. 1 to 2048 characters.</summary>
    public string LogGroupIdentifier { get; set; }

    /// <summary>The log stream name. Required. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }

    /// <summary>The start time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? StartTime { get; set; }

    /// <summary>The end time. Written as milliseconds since 1970.</summary>
    [JsonConverter(typeof(EpochMillisecondsConverter))]
    public DateTime? EndTime { get; set; }

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }

    /// <summary>The limit. 1 to 10000.</summary>
    public int? Limit { get; set; }

    /// <summary>The flag StartFromHead.</summary>
    public bool? StartFromHead { get; set; }

    /// <summary>The flag Unmask.</summary>
    public bool? Unmask { get; set; }
}
