using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of DescribeSecret.</summary>
public partial class DescribeSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }
}
