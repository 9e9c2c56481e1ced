using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of PutSecretValue.</summary>
public partial class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The client request token. Makes tries of one call count once; made up where null. 32 to 64 characters.</summary>
    [IdempotencyToken]
    public string ClientRequestToken { get; set; }

    /// <summary>The secret binary. Sensitive: never log it. 1 to 65536 bytes.</summary>
    public MemoryStream SecretBinary { get; set; }

    /// <summary>The secret string. Sensitive: never log it. 1 to 65536 characters.</summary>
    public string SecretString { get; set; }

    /// <summary>The version stages. 1 to 20 items. Each: 1 to 256 characters.</summary>
    public List<string> VersionStages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The rotation token. Sensitive: never log it. 36 to 256 characters.</summary>
    public string RotationToken { get; set; }
}
