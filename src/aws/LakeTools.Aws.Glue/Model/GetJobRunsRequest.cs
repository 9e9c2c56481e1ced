using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetJobRuns.</summary>
public partial class GetJobRunsRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 200.</summary>
    public int? MaxResults { get; set; }
}
