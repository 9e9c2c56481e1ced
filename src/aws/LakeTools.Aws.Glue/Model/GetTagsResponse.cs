using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetTags.</summary>
public partial class GetTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The tags. At most 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
