using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of FilterLogEvents.</summary>
public partial class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The log group identifier. 1 to 2048 characters.</summary>
    public string LogGroupIdentifier { get; set; }

    /// <summary>The log stream names. 1 to 100 items. Each: 1 to 512 characters.</summary>
    public List<string> LogStreamNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The log stream name prefix. 1 to 512 characters.</summary>
    public string LogStreamNamePrefix { get; set; }

    /// <summary>The start time. 0 or more.</summary>
    public long? StartTime { get; set; }

    /// <summary>The end time. 0 or more.</summary>
    public long? EndTime { get; set; }

    /// <summary>The filter pattern. At most 1024 characters.</summary>
    public string FilterPattern { get; set; }

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }

    /// <summary>The limit. 1 to 10000.</summary>
    public int? Limit { get; set; }

    /// <summary>The flag Unmask.</summary>
    public bool? Unmask { get; set; }
}
