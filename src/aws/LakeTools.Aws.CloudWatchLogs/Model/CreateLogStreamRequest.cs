using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of CreateLogStream.</summary>
public partial class CreateLogStreamRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. Required. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The log stream name. Required. 1 to 512 characters.</summary>
    public string LogStreamName { get; set; }
}
