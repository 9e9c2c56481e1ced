using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of RemoveRegionsFromReplication.</summary>
public partial class RemoveRegionsFromReplicationRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The remove replica regions. Required. At least 1 item. Each: 1 to 128 characters.</summary>
    public List<string> RemoveReplicaRegions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
