using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetCrawler.</summary>
public partial class GetCrawlerResponse : AmazonWebServiceResponse
{
    /// <summary>The crawler.</summary>
    public Crawler Crawler { get; set; }
}
