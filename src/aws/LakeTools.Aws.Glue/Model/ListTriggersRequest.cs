using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of ListTriggers.</summary>
public partial class ListTriggersRequest : AmazonGlueRequest
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The dependent job name. 1 to 255 characters.</summary>
    public string DependentJobName { get; set; }

    /// <summary>The max results. 1 to 200.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
