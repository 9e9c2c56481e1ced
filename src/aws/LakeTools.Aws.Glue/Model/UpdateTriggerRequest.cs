using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateTrigger.</summary>
public partial class UpdateTriggerRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The trigger update. Required.</summary>
    public TriggerUpdate TriggerUpdate { get; set; }
}
