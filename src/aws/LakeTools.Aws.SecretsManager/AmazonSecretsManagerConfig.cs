using Amazon.SecretsManager.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.SecretsManager;

/// <summary>How a client of AWS Secrets Manager reaches it.</summary>
public partial class AmazonSecretsManagerConfig : ServiceConfig
{
    private static readonly ServiceModel s_model = new()
    {
        ServiceId = "Secrets Manager",
        EndpointPrefix = "secretsmanager",
        ApiVersion = "2017-10-17",
        Protocol = WireProtocol.Json11,
        TargetPrefix = "secretsmanager",
        DefaultError = static (message, inner, type, code, id, status) =>
            new AmazonSecretsManagerException(message, inner, type, code, id, status),
        Errors = new Dictionary<string, ErrorFactory>
        {
            ["DecryptionFailure"] = static (message, inner, type, code, id, status) =>
                new DecryptionFailureException(message, inner, type, code, id, status),
            ["EncryptionFailure"] = static (message, inner, type, code, id, status) =>
                new EncryptionFailureException(message, inner, type, code, id, status),
            ["InternalServiceError"] = static (message, inner, type, code, id, status) =>
                new InternalServiceErrorException(message, inner, type, code, id, status),
            ["InvalidNextTokenException"] = static (message, inner, type, code, id, status) =>
                new InvalidNextTokenException(message, inner, type, code, id, status),
            ["InvalidParameterException"] = static (message, inner, type, code, id, status) =>
                new InvalidParameterException(message, inner, type, code, id, status),
            ["InvalidRequestException"] = static (message, inner, type, code, id, status) =>
                new InvalidRequestException(message, inner, type, code, id, status),
            ["LimitExceededException"] = static (message, inner, type, code, id, status) =>
                new LimitExceededException(message, inner, type, code, id, status),
            ["MalformedPolicyDocumentException"] = static (message, inner, type, code, id, status) =>
                new MalformedPolicyDocumentException(message, inner, type, code, id, status),
            ["PreconditionNotMetException"] = static (message, inner, type, code, id, status) =>
                new PreconditionNotMetException(message, inner, type, code, id, status),
            ["PublicPolicyException"] = static (message, inner, type, code, id, status) =>
                new PublicPolicyException(message, inner, type, code, id, status),
            ["ResourceExistsException"] = static (message, inner, type, code, id, status) =>
                new ResourceExistsException(message, inner, type, code, id, status),
            ["ResourceNotFoundException"] = static (message, inner, type, code, id, status) =>
                new ResourceNotFoundException(message, inner, type, code, id, status),
        },
    };

    /// <summary>Makes a config with the SDK's defaults.</summary>
    public AmazonSecretsManagerConfig()
        : base(s_model)
    {
    }
}
