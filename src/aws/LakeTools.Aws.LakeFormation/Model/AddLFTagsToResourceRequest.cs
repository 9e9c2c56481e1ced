using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of AddLFTagsToResource.</summary>
public partial class AddLFTagsToResourceRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The resource. Required.</summary>
    public Resource Resource { get; set; }

    /// <summary>The LF-tags. Required. 1 to 50 items.</summary>
    public List<LFTagPair> LFTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
