using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of UpdateSecretVersionStage.</summary>
public partial class UpdateSecretVersionStageRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The version stage. Required. 1 to 256 characters.</summary>
    public string VersionStage { get; set; }

    /// <summary>The remove from version id. 32 to 64 characters.</summary>
    public string RemoveFromVersionId { get; set; }

    /// <summary>The move to version id. 32 to 64 characters.</summary>
    public string MoveToVersionId { get; set; }
}
