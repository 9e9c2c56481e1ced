using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateCrawler.</summary>
public partial class CreateCrawlerResponse : AmazonWebServiceResponse
{
}
