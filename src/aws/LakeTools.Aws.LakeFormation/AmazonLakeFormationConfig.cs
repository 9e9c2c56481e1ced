using Amazon.LakeFormation.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation;

/// <summary>How a client of AWS Lake Formation reaches it.</summary>
public partial class AmazonLakeFormationConfig : ServiceConfig
{
    private static readonly ServiceModel s_model = new()
    {
        ServiceId = "LakeFormation",
        EndpointPrefix = "lakeformation",
        ApiVersion = "2017-03-31",
        Protocol = WireProtocol.RestJson,
        DefaultError = static (message, inner, type, code, id, status) =>
            new AmazonLakeFormationException(message, inner, type, code, id, status),
        Errors = new Dictionary<string, ErrorFactory>
        {
            ["AccessDeniedException"] = static (message, inner, type, code, id, status) =>
                new AccessDeniedException(message, inner, type, code, id, status),
            ["AlreadyExistsException"] = static (message, inner, type, code, id, status) =>
                new AlreadyExistsException(message, inner, type, code, id, status),
            ["ConcurrentModificationException"] = static (message, inner, type, code, id, status) =>
                new ConcurrentModificationException(message, inner, type, code, id, status),
            ["ConflictException"] = static (message, inner, type, code, id, status) =>
                new ConflictException(message, inner, type, code, id, status),
            ["EntityNotFoundException"] = static (message, inner, type, code, id, status) =>
                new EntityNotFoundException(message, inner, type, code, id, status),
            ["GlueEncryptionException"] = static (message, inner, type, code, id, status) =>
                new GlueEncryptionException(message, inner, type, code, id, status),
            ["InternalServiceException"] = static (message, inner, type, code, id, status) =>
                new InternalServiceException(message, inner, type, code, id, status),
            ["InvalidInputException"] = static (message, inner, type, code, id, status) =>
                new InvalidInputException(message, inner, type, code, id, status),
            ["OperationTimeoutException"] = static (message, inner, type, code, id, status) =>
                new OperationTimeoutException(message, inner, type, code, id, status),
            ["PermissionTypeMismatchException"] = static (message, inner, type, code, id, status) =>
                new PermissionTypeMismatchException(message, inner, type, code, id, status),
            ["ResourceNumberLimitExceededException"] = static (message, inner, type, code, id, status) =>
                new ResourceNumberLimitExceededException(message, inner, type, code, id, status),
        },
    };

    /// <summary>Makes a config with the SDK's defaults.</summary>
    public AmazonLakeFormationConfig()
        : base(s_model)
    {
    }
}
