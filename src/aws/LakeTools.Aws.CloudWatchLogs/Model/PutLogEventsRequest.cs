using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of PutLogEvents.</summary>
public partial class PutLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. Required. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The log stream name. Required. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }

    /// <summary>The log events. Required. 1 to 10000 items.</summary>
    public List<InputLogEvent> LogEvents { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The sequence token. At least 1 character.</summary>
    public string SequenceToken { get; set; }
}
