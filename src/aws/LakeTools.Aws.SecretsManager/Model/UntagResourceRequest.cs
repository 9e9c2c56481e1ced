using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of UntagResource.</summary>
public partial class UntagResourceRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The tag keys. Required. Each: 1 to 128 characters.</summary>
    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
