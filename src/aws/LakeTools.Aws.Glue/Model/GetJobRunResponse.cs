using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetJobRun.</summary>
public partial class GetJobRunResponse : AmazonWebServiceResponse
{
    /// <summary>The job run.</summary>
    public JobRun JobRun { get; set; }
}
