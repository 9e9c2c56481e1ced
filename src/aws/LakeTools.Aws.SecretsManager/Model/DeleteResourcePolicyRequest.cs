using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of DeleteResourcePolicy.</summary>
public partial class DeleteResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }
}
