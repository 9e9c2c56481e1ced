using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of DescribeLogStreams.</summary>
public partial class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    /// <summary>The log streams.</summary>
    public List<LogStream> LogStreams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }
}
