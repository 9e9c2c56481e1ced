using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of GetSecretValue.</summary>
public partial class GetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 256 characters.</summary>
    public string Name { get; set; }

    /// <summary>The version id. 32 to 64 characters.</summary>
    public string VersionId { get; set; }

    /// <summary>The secret binary. Sensitive: never log it. 1 to 65536 bytes.</summary>
    public MemoryStream SecretBinary { get; set; }

    /// <summary>The secret string. Sensitive: never log it. 1 to 65536 characters.</summary>
    public string SecretString { get; set; }

    /// <summary>The version stages. 1 to 20 items. Each: 1 to 256 characters.</summary>
    public List<string> VersionStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The created date. UTC.</summary>
    public DateTime? CreatedDate { get; set; }
}
