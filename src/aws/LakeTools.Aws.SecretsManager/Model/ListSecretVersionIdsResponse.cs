using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of ListSecretVersionIds.</summary>
public partial class ListSecretVersionIdsResponse : AmazonWebServiceResponse
{
    /// <summary>The versions.</summary>
    public List<SecretVersionsListEntry> Versions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }

    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 256 characters.</summary>
    public string Name { get; set; }
}
