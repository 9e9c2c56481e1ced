using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of BatchGetSecretValue.</summary>
public partial class BatchGetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id list. 1 to 20 items. Each: 1 to 2048 characters.</summary>
    public List<string> SecretIdList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The filters. At most 10 items.</summary>
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The max results. 1 to 20.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The next token. 1 to 4096 characters.</summary>
    public string NextToken { get; set; }
}
