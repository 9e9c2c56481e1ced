using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of ReplicateSecretToRegions.</summary>
public partial class ReplicateSecretToRegionsRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The add replica regions. Required. At least 1 item.</summary>
    public List<ReplicaRegionType> AddReplicaRegions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag ForceOverwriteReplicaSecret.</summary>
    public bool? ForceOverwriteReplicaSecret { get; set; }
}
