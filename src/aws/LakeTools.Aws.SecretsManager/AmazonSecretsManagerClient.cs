using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.SecretsManager;

/// <summary>
/// A client of AWS Secrets Manager. To add an operation, add its request and response in Model, and a line here and in the interface.
/// </summary>
public partial class AmazonSecretsManagerClient : ServiceClient, IAmazonSecretsManager
{
    private SecretsManagerPaginatorFactory _paginators;

    /// <summary>Makes a client that finds credentials and region by the SDK's default chain.</summary>
    public AmazonSecretsManagerClient()
        : base(new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="region">The region.</param>
    public AmazonSecretsManagerClient(RegionEndpoint region)
        : base(new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="config">The config.</param>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    public AmazonSecretsManagerClient(AWSCredentials credentials)
        : base(credentials, new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="region">The region.</param>
    public AmazonSecretsManagerClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonSecretsManagerConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="region">The region.</param>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSecretsManagerConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="region">The region.</param>
    public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonSecretsManagerClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSecretsManagerConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig)
    {
    }

    /// <inheritdoc/>
    public ISecretsManagerPaginatorFactory Paginators => _paginators ??= new SecretsManagerPaginatorFactory(this);

    /// <inheritdoc/>
    public virtual Task<BatchGetSecretValueResponse> BatchGetSecretValueAsync(
        BatchGetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetSecretValueResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CancelRotateSecretResponse> CancelRotateSecretAsync(
        CancelRotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CancelRotateSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateSecretResponse> CreateSecretAsync(
        CreateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteResourcePolicyResponse> DeleteResourcePolicyAsync(
        DeleteResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteResourcePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteSecretResponse> DeleteSecretAsync(
        DeleteSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeSecretResponse> DescribeSecretAsync(
        DescribeSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRandomPasswordResponse> GetRandomPasswordAsync(
        GetRandomPasswordRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetRandomPasswordResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourcePolicyResponse> GetResourcePolicyAsync(
        GetResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetResourcePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(
        GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetSecretValueResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSecretVersionIdsResponse> ListSecretVersionIdsAsync(
        ListSecretVersionIdsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSecretVersionIdsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSecretsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutResourcePolicyResponse> PutResourcePolicyAsync(
        PutResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutResourcePolicyResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(
        PutSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutSecretValueResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveRegionsFromReplicationResponse> RemoveRegionsFromReplicationAsync(
        RemoveRegionsFromReplicationRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RemoveRegionsFromReplicationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ReplicateSecretToRegionsResponse> ReplicateSecretToRegionsAsync(
        ReplicateSecretToRegionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ReplicateSecretToRegionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RestoreSecretResponse> RestoreSecretAsync(
        RestoreSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RestoreSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RotateSecretResponse> RotateSecretAsync(
        RotateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RotateSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopReplicationToReplicaResponse> StopReplicationToReplicaAsync(
        StopReplicationToReplicaRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopReplicationToReplicaResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UntagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateSecretResponse> UpdateSecretAsync(
        UpdateSecretRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateSecretResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateSecretVersionStageResponse> UpdateSecretVersionStageAsync(
        UpdateSecretVersionStageRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateSecretVersionStageResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ValidateResourcePolicyResponse> ValidateResourcePolicyAsync(
        ValidateResourcePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ValidateResourcePolicyResponse>(request, cancellationToken);
}
