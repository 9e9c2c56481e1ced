using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of ReplicateSecretToRegions.</summary>
public partial class ReplicateSecretToRegionsResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The replication status.</summary>
    public List<ReplicationStatusType> ReplicationStatus { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
