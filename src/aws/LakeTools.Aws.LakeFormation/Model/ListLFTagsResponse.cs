using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListLFTags.</summary>
public partial class ListLFTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The LF-tags. 1 to 50 items.</summary>
    public List<LFTagPair> LFTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
