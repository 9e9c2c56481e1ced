using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of DescribeLogGroups.</summary>
public partial class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name prefix. 1 to 512 characters.</summary>
    public string LogGroupNamePrefix { get; set; }

    /// <summary>The log group name pattern. At most 512 characters.</summary>
    public string LogGroupNamePattern { get; set; }

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }

    /// <summary>The limit. 1 to 50.</summary>
    public int? Limit { get; set; }
}
