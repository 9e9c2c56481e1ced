using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of AddLFTagsToResource.</summary>
public partial class AddLFTagsToResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The failures.</summary>
    public List<LFTagError> Failures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
