using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of ListSecrets.</summary>
public partial class ListSecretsResponse : AmazonWebServiceResponse
{
    /// <summary>The secret list.</summary>
    public List<SecretListEntry> SecretList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }
}
