using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of BatchGetTriggers.</summary>
public partial class BatchGetTriggersResponse : AmazonWebServiceResponse
{
    /// <summary>The triggers.</summary>
    public List<Trigger> Triggers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The triggers not found. Each: 1 to 255 characters.</summary>
    public List<string> TriggersNotFound { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
