using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of StopTrigger.</summary>
public partial class StopTriggerRequest : AmazonGlueRequest
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
