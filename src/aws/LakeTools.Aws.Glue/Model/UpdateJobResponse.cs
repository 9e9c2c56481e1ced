using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateJob.</summary>
public partial class UpdateJobResponse : AmazonWebServiceResponse
{
    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }
}
