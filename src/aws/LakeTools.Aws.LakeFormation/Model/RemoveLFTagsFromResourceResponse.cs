using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of RemoveLFTagsFromResource.</summary>
public partial class RemoveLFTagsFromResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The failures.</summary>
    public List<LFTagError> Failures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
