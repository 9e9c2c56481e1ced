using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of StartJobRun.</summary>
public partial class StartJobRunResponse : AmazonWebServiceResponse
{
    /// <summary>The job run id. 1 to 255 characters.</summary>
    public string JobRunId { get; set; }
}
