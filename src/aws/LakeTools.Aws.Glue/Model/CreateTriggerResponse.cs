using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateTrigger.</summary>
public partial class CreateTriggerResponse : AmazonWebServiceResponse
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
