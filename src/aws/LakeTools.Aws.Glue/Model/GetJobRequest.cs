using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetJob.</summary>
public partial class GetJobRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }
}
