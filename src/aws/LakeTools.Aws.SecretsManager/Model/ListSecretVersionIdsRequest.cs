using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of ListSecretVersionIds.</summary>
public partial class ListSecretVersionIdsRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The max results. 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }

    /// <summary>The flag IncludeDeprecated.</summary>
    public bool? IncludeDeprecated { get; set; }
}
