using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of DescribeLogGroups.</summary>
public partial class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>The log groups.</summary>
    public List<LogGroup> LogGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }
}
