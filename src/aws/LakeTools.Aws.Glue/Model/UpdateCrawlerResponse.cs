using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateCrawler.</summary>
public partial class UpdateCrawlerResponse : AmazonWebServiceResponse
{
}
