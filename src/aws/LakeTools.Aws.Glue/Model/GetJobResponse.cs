using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetJob.</summary>
public partial class GetJobResponse : AmazonWebServiceResponse
{
    /// <summary>The job.</summary>
    public Job Job { get; set; }
}
