using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of SearchTablesByLFTags.</summary>
public partial class SearchTablesByLFTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The table list.</summary>
    public List<TaggedTable> TableList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
