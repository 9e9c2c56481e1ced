using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of DeleteSecret.</summary>
public partial class DeleteSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The recovery window in days.</summary>
    public long? RecoveryWindowInDays { get; set; }

    /// <summary>The flag ForceDeleteWithoutRecovery.</summary>
    public bool? ForceDeleteWithoutRecovery { get; set; }
}
