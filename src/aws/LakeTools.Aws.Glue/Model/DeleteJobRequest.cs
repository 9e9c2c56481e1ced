using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of DeleteJob.</summary>
public partial class DeleteJobRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }
}
