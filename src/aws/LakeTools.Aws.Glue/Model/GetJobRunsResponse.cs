using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetJobRuns.</summary>
public partial class GetJobRunsResponse : AmazonWebServiceResponse
{
    /// <summary>The job runs.</summary>
    public List<JobRun> JobRuns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
