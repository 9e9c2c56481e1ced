using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTriggers.</summary>
public partial class GetTriggersResponse : AmazonWebServiceResponse
{
    /// <summary>The triggers.</summary>
    public List<Trigger> Triggers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
