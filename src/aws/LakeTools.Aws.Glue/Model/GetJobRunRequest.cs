using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetJobRun.</summary>
public partial class GetJobRunRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The run id. Required. 1 to 255 characters.</summary>
    public string RunId { get; set; }

    /// <summary>The flag PredecessorsIncluded.</summary>
    public bool? PredecessorsIncluded { get; set; }
}
