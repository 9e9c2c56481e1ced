using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of BatchRevokePermissions.</summary>
public partial class BatchRevokePermissionsResponse : AmazonWebServiceResponse
{
    /// <summary>The failures.</summary>
    public List<BatchPermissionsFailureEntry> Failures { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
