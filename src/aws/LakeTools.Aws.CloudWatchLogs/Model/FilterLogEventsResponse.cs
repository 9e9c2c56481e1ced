using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The answer of FilterLogEvents.</summary>
public partial class FilterLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events.</summary>
    public List<FilteredLogEvent> Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The searched log streams.</summary>
    public List<SearchedLogStream> SearchedLogStreams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. At least 1 character.</summary>
    public string NextToken { get; set; }
}
