using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchGetJobs.</summary>
public partial class BatchGetJobsResponse : AmazonWebServiceResponse
{
    /// <summary>The jobs.</summary>
    public List<Job> Jobs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The jobs not found. Each: 1 to 255 characters.</summary>
    public List<string> JobsNotFound { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
