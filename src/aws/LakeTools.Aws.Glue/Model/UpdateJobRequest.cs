using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateJob.</summary>
public partial class UpdateJobRequest : AmazonGlueRequest
{
    /// <summary>The job name. Required. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The job update. Required.</summary>
    public JobUpdate JobUpdate { get; set; }
}
