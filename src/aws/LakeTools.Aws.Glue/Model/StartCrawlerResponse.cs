using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of StartCrawler.</summary>
public partial class StartCrawlerResponse : AmazonWebServiceResponse
{
}
