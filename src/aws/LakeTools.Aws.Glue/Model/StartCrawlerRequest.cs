using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of StartCrawler.</summary>
public partial class StartCrawlerRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
