using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTrigger.</summary>
public partial class GetTriggerResponse : AmazonWebServiceResponse
{
    /// <summary>The trigger.</summary>
    public Trigger Trigger { get; set; }
}
