using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of GetResourcePolicy.</summary>
public partial class GetResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }
}
