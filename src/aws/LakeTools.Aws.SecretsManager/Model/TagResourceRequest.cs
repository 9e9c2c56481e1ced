using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of TagResource.</summary>
public partial class TagResourceRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The tags. Required.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
