using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of BatchRevokePermissions.</summary>
public partial class BatchRevokePermissionsRequest : AmazonLakeFormationRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The entries. Required.</summary>
    public List<BatchPermissionsRequestEntry> Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
