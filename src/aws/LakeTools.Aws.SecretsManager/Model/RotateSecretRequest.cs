using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of RotateSecret.</summary>
public partial class RotateSecretRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret id. Required. 1 to 2048 characters.</summary>
    public string SecretId { get; set; }

    /// <summary>The client request token. Makes tries of one call count once; made up where null. 32 to 64 characters.</summary>
    [IdempotencyToken]
    public string ClientRequestToken { get; set; }

    /// <summary>The rotation lambda ARN. At most 2048 characters.</summary>
    public string RotationLambdaARN { get; set; }

    /// <summary>The rotation rules.</summary>
    public RotationRulesType RotationRules { get; set; }

    /// <summary>The external secret rotation metadata.</summary>
    public List<ExternalSecretRotationMetadataItem> ExternalSecretRotationMetadata { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The external secret rotation role arn. 20 to 2048 characters.</summary>
    public string ExternalSecretRotationRoleArn { get; set; }

    /// <summary>The flag RotateImmediately.</summary>
    public bool? RotateImmediately { get; set; }
}
