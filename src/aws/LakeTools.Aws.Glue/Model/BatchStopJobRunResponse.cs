using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchStopJobRun.</summary>
public partial class BatchStopJobRunResponse : AmazonWebServiceResponse
{
    /// <summary>The successful submissions.</summary>
    public List<BatchStopJobRunSuccessfulSubmission> SuccessfulSubmissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The errors.</summary>
    public List<BatchStopJobRunError> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
