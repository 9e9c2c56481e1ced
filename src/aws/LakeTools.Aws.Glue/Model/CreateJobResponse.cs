using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateJob.</summary>
public partial class CreateJobResponse : AmazonWebServiceResponse
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
