using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetResourceLFTags.</summary>
public partial class GetResourceLFTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The LF-tag on database. 1 to 50 items.</summary>
    public List<LFTagPair> LFTagOnDatabase { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The LF-tags on table. 1 to 50 items.</summary>
    public List<LFTagPair> LFTagsOnTable { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The LF-tags on columns.</summary>
    public List<ColumnLFTag> LFTagsOnColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
