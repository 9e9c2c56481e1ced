using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListResources.</summary>
public partial class ListResourcesResponse : AmazonWebServiceResponse
{
    /// <summary>The resource info list.</summary>
    public List<ResourceInfo> ResourceInfoList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
