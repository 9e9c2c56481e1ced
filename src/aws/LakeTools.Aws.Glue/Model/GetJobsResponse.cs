using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetJobs.</summary>
public partial class GetJobsResponse : AmazonWebServiceResponse
{
    /// <summary>The jobs.</summary>
    public List<Job> Jobs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
