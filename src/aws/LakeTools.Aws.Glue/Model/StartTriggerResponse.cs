using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of StartTrigger.</summary>
public partial class StartTriggerResponse : AmazonWebServiceResponse
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
