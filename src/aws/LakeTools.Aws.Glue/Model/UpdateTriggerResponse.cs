using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateTrigger.</summary>
public partial class UpdateTriggerResponse : AmazonWebServiceResponse
{
    /// <summary>The trigger.</summary>
    public Trigger Trigger { get; set; }
}
