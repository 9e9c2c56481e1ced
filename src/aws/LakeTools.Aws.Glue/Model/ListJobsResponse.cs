using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of ListJobs.</summary>
public partial class ListJobsResponse : AmazonWebServiceResponse
{
    /// <summary>The job names. Each: 1 to 255 characters.</summary>
    public List<string> JobNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
