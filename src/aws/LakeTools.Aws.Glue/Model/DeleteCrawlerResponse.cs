using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteCrawler.</summary>
public partial class DeleteCrawlerResponse : AmazonWebServiceResponse
{
}
