using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.IdentityManagement.Model;

namespace Amazon.IdentityManagement;

/// <summary>AWS Identity and Access Management.</summary>
public partial interface IAmazonIdentityManagementService : IAmazonService, IDisposable
{
    /// <summary>Walks lists page by page.</summary>
    IIdentityManagementServicePaginatorFactory Paginators { get; }

    /// <summary>Calls CreateRole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityAlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetRole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListRoles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<ListRolesResponse> ListRolesAsync(ListRolesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteRole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="DeleteConflictException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="UnmodifiableEntityException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls PutRolePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="UnmodifiableEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteRolePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="UnmodifiableEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls AttachRolePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="UnmodifiableEntityException">Answered by the service.</exception>
    /// <exception cref="PolicyNotAttachableException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<AttachRolePolicyResponse> AttachRolePolicyAsync(AttachRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DetachRolePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="UnmodifiableEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<DetachRolePolicyResponse> DetachRolePolicyAsync(DetachRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListAttachedRolePolicies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<ListAttachedRolePoliciesResponse> ListAttachedRolePoliciesAsync(
        ListAttachedRolePoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls TagRole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetRolePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListRolePolicies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="NoSuchEntityException">Answered by the service.</exception>
    /// <exception cref="ServiceFailureException">Answered by the service.</exception>
    Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonIdentityManagementServiceConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
        ? new AmazonIdentityManagementServiceClient((AmazonIdentityManagementServiceConfig)clientConfig)
        : new AmazonIdentityManagementServiceClient(awsCredentials, (AmazonIdentityManagementServiceConfig)clientConfig);
}
