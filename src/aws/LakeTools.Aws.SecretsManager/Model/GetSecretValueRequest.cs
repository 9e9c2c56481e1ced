using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of GetSecretValue.</summary>
public partial class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The version id. 32 to 64 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The version stage. 1 to 256 characters.</summary>
    public string VersionStage { get; set; }
}
