using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of DescribeLogStreams.</summary>
public partial class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The log group identifier. 1 to 2048 characters.</summary>
    public string LogGroupIdentifier { get; set; }

    /// <summary>The log stream name prefix. 1 to 512 characters.</summary>
    public string LogStreamNamePrefix { get; set; }

    /// <summary>The order by.</summary>
    public OrderBy OrderBy { get; set; }

    /// <summary>The flag Descending.</summary>
    public bool? Descending { get; set; }

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }

    /// <summary>The limit. 1 to 50.</summary>
    public int? Limit { get; set; }
}
