using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of ValidateResourcePolicy.</summary>
public partial class ValidateResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The resource policy. Required. 1 to 20480 characters.</summary>
    public string ResourcePolicy { get; set; }
}
