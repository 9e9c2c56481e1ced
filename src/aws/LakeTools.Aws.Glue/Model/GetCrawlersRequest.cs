using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetCrawlers.</summary>
public partial class GetCrawlersRequest : AmazonGlueRequest
{
    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
