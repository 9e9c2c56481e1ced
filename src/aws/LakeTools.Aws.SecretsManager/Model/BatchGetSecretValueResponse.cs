using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of BatchGetSecretValue.</summary>
public partial class BatchGetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret values.</summary>
    public List<SecretValueEntry> SecretValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }

    /// <summary>The errors.</summary>
    public List<APIErrorType> Errors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
