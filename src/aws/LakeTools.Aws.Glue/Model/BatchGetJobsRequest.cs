using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchGetJobs.</summary>
public partial class BatchGetJobsRequest : AmazonGlueRequest
{
    /// <summary>The job names. Required. Each: 1 to 255 characters.</summary>
    public List<string> JobNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
