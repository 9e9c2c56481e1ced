using Amazon.IdentityManagement.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>How a client of AWS Identity and Access Management reaches it.</summary>
public partial class AmazonIdentityManagementServiceConfig : ServiceConfig
{
    private static readonly ServiceModel s_model = new()
    {
        ServiceId = "IAM",
        EndpointPrefix = "iam",
        ApiVersion = "2010-05-08",
        Protocol = WireProtocol.Query,
        IsGlobal = true,
        DefaultError = static (message, inner, type, code, id, status) =>
            new AmazonIdentityManagementServiceException(message, inner, type, code, id, status),
        Errors = new Dictionary<string, ErrorFactory>
        {
            ["ConcurrentModification"] = static (message, inner, type, code, id, status) =>
                new ConcurrentModificationException(message, inner, type, code, id, status),
            ["DeleteConflict"] = static (message, inner, type, code, id, status) =>
                new DeleteConflictException(message, inner, type, code, id, status),
            ["EntityAlreadyExists"] = static (message, inner, type, code, id, status) =>
                new EntityAlreadyExistsException(message, inner, type, code, id, status),
            ["InvalidInput"] = static (message, inner, type, code, id, status) =>
                new InvalidInputException(message, inner, type, code, id, status),
            ["LimitExceeded"] = static (message, inner, type, code, id, status) =>
                new LimitExceededException(message, inner, type, code, id, status),
            ["MalformedPolicyDocument"] = static (message, inner, type, code, id, status) =>
                new MalformedPolicyDocumentException(message, inner, type, code, id, status),
            ["NoSuchEntity"] = static (message, inner, type, code, id, status) =>
                new NoSuchEntityException(message, inner, type, code, id, status),
            ["PolicyNotAttachable"] = static (message, inner, type, code, id, status) =>
                new PolicyNotAttachableException(message, inner, type, code, id, status),
            ["ServiceFailure"] = static (message, inner, type, code, id, status) =>
                new ServiceFailureException(message, inner, type, code, id, status),
            ["UnmodifiableEntity"] = static (message, inner, type, code, id, status) =>
                new UnmodifiableEntityException(message, inner, type, code, id, status),
        },
    };

    /// <summary>Makes a config with the SDK's defaults.</summary>
    public AmazonIdentityManagementServiceConfig()
        : base(s_model)
    {
    }
}
