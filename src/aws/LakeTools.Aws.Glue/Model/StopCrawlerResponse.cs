using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of StopCrawler.</summary>
public partial class StopCrawlerResponse : AmazonWebServiceResponse
{
}
