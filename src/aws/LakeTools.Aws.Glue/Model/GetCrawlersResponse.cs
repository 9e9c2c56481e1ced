using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetCrawlers.</summary>
public partial class GetCrawlersResponse : AmazonWebServiceResponse
{
    /// <summary>The crawlers.</summary>
    public List<Crawler> Crawlers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
