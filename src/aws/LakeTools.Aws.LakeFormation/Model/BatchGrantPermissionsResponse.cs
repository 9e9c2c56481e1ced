using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of BatchGrantPermissions.</summary>
public partial class BatchGrantPermissionsResponse : AmazonWebServiceResponse
{
    /// <summary>The failures.</summary>
    public List<BatchPermissionsFailureEntry> Failures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
