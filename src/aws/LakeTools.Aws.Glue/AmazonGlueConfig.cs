using Amazon.Glue.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue;

/// <summary>How a client of AWS Glue reaches it.</summary>
public partial class AmazonGlueConfig : ServiceConfig
{
    private static readonly ServiceModel s_model = new()
    {
        ServiceId = "Glue",
        EndpointPrefix = "glue",
        ApiVersion = "2017-03-31",
        Protocol = WireProtocol.Json11,
        TargetPrefix = "AWSGlue",
        DefaultError = static (message, inner, type, code, id, status) => new AmazonGlueException(message, inner, type, code, id, status),
        Errors = new Dictionary<string, ErrorFactory>
        {
            ["AccessDeniedException"] = static (message, inner, type, code, id, status) =>
                new AccessDeniedException(message, inner, type, code, id, status),
            ["AlreadyExistsException"] = static (message, inner, type, code, id, status) =>
                new AlreadyExistsException(message, inner, type, code, id, status),
            ["ConcurrentModificationException"] = static (message, inner, type, code, id, status) =>
                new ConcurrentModificationException(message, inner, type, code, id, status),
            ["ConcurrentRunsExceededException"] = static (message, inner, type, code, id, status) =>
                new ConcurrentRunsExceededException(message, inner, type, code, id, status),
            ["CrawlerNotRunningException"] = static (message, inner, type, code, id, status) =>
                new CrawlerNotRunningException(message, inner, type, code, id, status),
            ["CrawlerRunningException"] = static (message, inner, type, code, id, status) =>
                new CrawlerRunningException(message, inner, type, code, id, status),
            ["CrawlerStoppingException"] = static (message, inner, type, code, id, status) =>
                new CrawlerStoppingException(message, inner, type, code, id, status),
            ["EntityNotFoundException"] = static (message, inner, type, code, id, status) =>
                new EntityNotFoundException(message, inner, type, code, id, status),
            ["FederatedResourceAlreadyExistsException"] = static (message, inner, type, code, id, status) =>
                new FederatedResourceAlreadyExistsException(message, inner, type, code, id, status),
            ["FederationSourceException"] = static (message, inner, type, code, id, status) =>
                new FederationSourceException(message, inner, type, code, id, status),
            ["FederationSourceRetryableException"] = static (message, inner, type, code, id, status) =>
                new FederationSourceRetryableException(message, inner, type, code, id, status),
            ["GlueEncryptionException"] = static (message, inner, type, code, id, status) =>
                new GlueEncryptionException(message, inner, type, code, id, status),
            ["IdempotentParameterMismatchException"] = static (message, inner, type, code, id, status) =>
                new IdempotentParameterMismatchException(message, inner, type, code, id, status),
            ["InternalServiceException"] = static (message, inner, type, code, id, status) =>
                new InternalServiceException(message, inner, type, code, id, status),
            ["InvalidInputException"] = static (message, inner, type, code, id, status) =>
                new InvalidInputException(message, inner, type, code, id, status),
            ["InvalidStateException"] = static (message, inner, type, code, id, status) =>
                new InvalidStateException(message, inner, type, code, id, status),
            ["OperationTimeoutException"] = static (message, inner, type, code, id, status) =>
                new OperationTimeoutException(message, inner, type, code, id, status),
            ["PermissionTypeMismatchException"] = static (message, inner, type, code, id, status) =>
                new PermissionTypeMismatchException(message, inner, type, code, id, status),
            ["ResourceNotReadyException"] = static (message, inner, type, code, id, status) =>
                new ResourceNotReadyException(message, inner, type, code, id, status),
            ["ResourceNumberLimitExceededException"] = static (message, inner, type, code, id, status) =>
                new ResourceNumberLimitExceededException(message, inner, type, code, id, status),
            ["SchedulerTransitioningException"] = static (message, inner, type, code, id, status) =>
                new SchedulerTransitioningException(message, inner, type, code, id, status),
            ["ValidationException"] = static (message, inner, type, code, id, status) =>
                new ValidationException(message, inner, type, code, id, status),
            ["VersionMismatchException"] = static (message, inner, type, code, id, status) =>
                new VersionMismatchException(message, inner, type, code, id, status),
        },
    };

    /// <summary>Makes a config with the SDK's defaults.</summary>
    public AmazonGlueConfig()
        : base(s_model)
    {
    }
}
