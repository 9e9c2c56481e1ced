using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of ListCrawlers.</summary>
public partial class ListCrawlersRequest : AmazonGlueRequest
{
    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
