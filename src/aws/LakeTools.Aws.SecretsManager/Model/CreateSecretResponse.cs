using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of CreateSecret.</summary>
public partial class CreateSecretResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 256 characters.</summary>
    public string Name { get; set; }

    /// <summary>The version id. 32 to 64 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The replication status.</summary>
    public List<ReplicationStatusType> ReplicationStatus { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
