using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of PutResourcePolicy.</summary>
public partial class PutResourcePolicyRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The resource policy. Required. 1 to 20480 characters.</summary>
    public string ResourcePolicy { get; set; }

    /// <summary>The flag BlockPublicPolicy.</summary>
    public bool? BlockPublicPolicy { get; set; }
}
