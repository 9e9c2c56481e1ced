using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of CancelRotateSecret.</summary>
public partial class CancelRotateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }
}
