using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of GetLogEvents.</summary>
public partial class GetLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events.</summary>
    public List<OutputLogEvent> Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next forward token. At least 1 character.</summary>
    public string NextForwardToken { get; set; }

    /// <summary>The next backward token. At least 1 character.</summary>
    public string NextBackwardToken { get; set; }
}
