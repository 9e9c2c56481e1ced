using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchStopJobRun.</summary>
public partial class BatchStopJobRunRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The job run ids. Required. 1 to 25 items. Each: 1 to 255 characters.</summary>
    public List<string> JobRunIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
