using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of ListTriggers.</summary>
public partial class ListTriggersResponse : AmazonWebServiceResponse
{
    /// <summary>The trigger names. Each: 1 to 255 characters.</summary>
    public List<string> TriggerNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
