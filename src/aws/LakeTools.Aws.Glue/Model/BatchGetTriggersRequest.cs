using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchGetTriggers.</summary>
public partial class BatchGetTriggersRequest : AmazonGlueRequest
{
    /// <summary>The trigger names. Required. Each: 1 to 255 characters.</summary>
    public List<string> TriggerNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
