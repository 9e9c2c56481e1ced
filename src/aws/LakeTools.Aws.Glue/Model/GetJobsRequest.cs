using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetJobs.</summary>
public partial class GetJobsRequest : AmazonGlueRequest
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }
}
