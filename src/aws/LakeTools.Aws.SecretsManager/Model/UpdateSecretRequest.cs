using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of UpdateSecret.</summary>
public partial class UpdateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The client request token. Makes tries of one call count once; made up where null. 32 to 64 characters.</summary>
    [IdempotencyToken]
    public string ClientRequestToken { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The kms key id. At most 2048 characters.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>The secret binary. Sensitive: never log it. 1 to 65536 bytes.</summary>
    public MemoryStream SecretBinary { get; set; }

    /// <summary>The secret string. Sensitive: never log it. 1 to 65536 characters.</summary>
    public string SecretString { get; set; }

    /// <summary>The type. At most 256 characters.</summary>
    public string Type { get; set; }
}
