using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of ListCrawlers.</summary>
public partial class ListCrawlersResponse : AmazonWebServiceResponse
{
    /// <summary>The crawler names. At most 100 items. Each: 1 to 255 characters.</summary>
    public List<string> CrawlerNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
