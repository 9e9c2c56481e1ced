using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>AWS Secrets Manager.</summary>
public partial interface IAmazonSecretsManager : IAmazonService, IDisposable
{
    /// <summary>Walks lists page by page.</summary>
    ISecretsManagerPaginatorFactory Paginators { get; }

    /// <summary>Calls BatchGetSecretValue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="DecryptionFailureException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidNextTokenException">Answered by the service.</exception>
    Task<BatchGetSecretValueResponse> BatchGetSecretValueAsync(
        BatchGetSecretValueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CancelRotateSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    Task<CancelRotateSecretResponse> CancelRotateSecretAsync(
        CancelRotateSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="EncryptionFailureException">Answered by the service.</exception>
    /// <exception cref="ResourceExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="PreconditionNotMetException">Answered by the service.</exception>
    /// <exception cref="DecryptionFailureException">Answered by the service.</exception>
    Task<CreateSecretResponse> CreateSecretAsync(CreateSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteResourcePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    Task<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(
        DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<DeleteSecretResponse> DeleteSecretAsync(DeleteSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DescribeSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    Task<DescribeSecretResponse> DescribeSecretAsync(DescribeSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetRandomPassword.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<GetRandomPasswordResponse> GetRandomPasswordAsync(GetRandomPasswordRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetResourcePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    Task<GetResourcePolicyResponse> GetResourcePolicyAsync(GetResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetSecretValue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="DecryptionFailureException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListSecretVersionIds.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidNextTokenException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListSecrets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidNextTokenException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls PutResourcePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="PublicPolicyException">Answered by the service.</exception>
    Task<PutResourcePolicyResponse> PutResourcePolicyAsync(PutResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls PutSecretValue.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="EncryptionFailureException">Answered by the service.</exception>
    /// <exception cref="ResourceExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="DecryptionFailureException">Answered by the service.</exception>
    Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RemoveRegionsFromReplication.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<RemoveRegionsFromReplicationResponse> RemoveRegionsFromReplicationAsync(
        RemoveRegionsFromReplicationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ReplicateSecretToRegions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<ReplicateSecretToRegionsResponse> ReplicateSecretToRegionsAsync(
        ReplicateSecretToRegionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RestoreSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<RestoreSecretResponse> RestoreSecretAsync(RestoreSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RotateSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    Task<RotateSecretResponse> RotateSecretAsync(RotateSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StopReplicationToReplica.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<StopReplicationToReplicaResponse> StopReplicationToReplicaAsync(
        StopReplicationToReplicaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls TagResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UntagResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateSecret.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="EncryptionFailureException">Answered by the service.</exception>
    /// <exception cref="ResourceExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="PreconditionNotMetException">Answered by the service.</exception>
    /// <exception cref="DecryptionFailureException">Answered by the service.</exception>
    Task<UpdateSecretResponse> UpdateSecretAsync(UpdateSecretRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateSecretVersionStage.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(
        UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ValidateResourcePolicy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="MalformedPolicyDocumentException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InternalServiceErrorException">Answered by the service.</exception>
    /// <exception cref="InvalidRequestException">Answered by the service.</exception>
    Task<ValidateResourcePolicyResponse> ValidateResourcePolicyAsync(
        ValidateResourcePolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSecretsManagerConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
        ? new AmazonSecretsManagerClient((AmazonSecretsManagerConfig)clientConfig)
        : new AmazonSecretsManagerClient(awsCredentials, (AmazonSecretsManagerConfig)clientConfig);
}
