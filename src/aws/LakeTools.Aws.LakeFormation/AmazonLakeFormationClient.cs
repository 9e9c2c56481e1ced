using Amazon.Runtime;
using Amazon.LakeFormation.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation;

/// <summary>
/// A client of AWS Lake Formation. To add an operation, add its request and response in Model, and a line here and in the interface.
/// </summary>
public partial class AmazonLakeFormationClient : ServiceClient, IAmazonLakeFormation
{
    private LakeFormationPaginatorFactory _paginators;

    /// <summary>Makes a client that finds credentials and region by the SDK's default chain.</summary>
    public AmazonLakeFormationClient()
        : base(new AmazonLakeFormationConfig())
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="region">The region.</param>
    public AmazonLakeFormationClient(RegionEndpoint region)
        : base(new AmazonLakeFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="config">The config.</param>
    public AmazonLakeFormationClient(AmazonLakeFormationConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    public AmazonLakeFormationClient(AWSCredentials credentials)
        : base(credentials, new AmazonLakeFormationConfig())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="region">The region.</param>
    public AmazonLakeFormationClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonLakeFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonLakeFormationClient(AWSCredentials credentials, AmazonLakeFormationConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    public AmazonLakeFormationClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="region">The region.</param>
    public AmazonLakeFormationClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonLakeFormationClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonLakeFormationConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    public AmazonLakeFormationClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="region">The region.</param>
    public AmazonLakeFormationClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonLakeFormationClient(
        string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonLakeFormationConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig)
    {
    }

    /// <inheritdoc/>
    public ILakeFormationPaginatorFactory Paginators => _paginators ??= new LakeFormationPaginatorFactory(this);

    /// <inheritdoc/>
    public virtual Task<GrantPermissionsResponse> GrantPermissionsAsync(
        GrantPermissionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GrantPermissionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RevokePermissionsResponse> RevokePermissionsAsync(
        RevokePermissionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RevokePermissionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchGrantPermissionsResponse> BatchGrantPermissionsAsync(
        BatchGrantPermissionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGrantPermissionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchRevokePermissionsResponse> BatchRevokePermissionsAsync(
        BatchRevokePermissionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchRevokePermissionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListPermissionsResponse> ListPermissionsAsync(
        ListPermissionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListPermissionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetEffectivePermissionsForPathResponse> GetEffectivePermissionsForPathAsync(
        GetEffectivePermissionsForPathRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetEffectivePermissionsForPathResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDataLakePrincipalResponse> GetDataLakePrincipalAsync(
        GetDataLakePrincipalRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDataLakePrincipalResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDataLakeSettingsResponse> GetDataLakeSettingsAsync(
        GetDataLakeSettingsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDataLakeSettingsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutDataLakeSettingsResponse> PutDataLakeSettingsAsync(
        PutDataLakeSettingsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutDataLakeSettingsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RegisterResourceResponse> RegisterResourceAsync(
        RegisterResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RegisterResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeregisterResourceResponse> DeregisterResourceAsync(
        DeregisterResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeregisterResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeResourceResponse> DescribeResourceAsync(
        DescribeResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DescribeResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateResourceResponse> UpdateResourceAsync(
        UpdateResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListResourcesResponse> ListResourcesAsync(
        ListResourcesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListResourcesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateLFTagResponse> CreateLFTagAsync(CreateLFTagRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateLFTagResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetLFTagResponse> GetLFTagAsync(GetLFTagRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetLFTagResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateLFTagResponse> UpdateLFTagAsync(UpdateLFTagRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateLFTagResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteLFTagResponse> DeleteLFTagAsync(DeleteLFTagRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteLFTagResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListLFTagsResponse> ListLFTagsAsync(ListLFTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListLFTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<AddLFTagsToResourceResponse> AddLFTagsToResourceAsync(
        AddLFTagsToResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AddLFTagsToResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveLFTagsFromResourceResponse> RemoveLFTagsFromResourceAsync(
        RemoveLFTagsFromResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RemoveLFTagsFromResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetResourceLFTagsResponse> GetResourceLFTagsAsync(
        GetResourceLFTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetResourceLFTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SearchTablesByLFTagsResponse> SearchTablesByLFTagsAsync(
        SearchTablesByLFTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SearchTablesByLFTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SearchDatabasesByLFTagsResponse> SearchDatabasesByLFTagsAsync(
        SearchDatabasesByLFTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SearchDatabasesByLFTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateLFTagExpressionResponse> CreateLFTagExpressionAsync(
        CreateLFTagExpressionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateLFTagExpressionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetLFTagExpressionResponse> GetLFTagExpressionAsync(
        GetLFTagExpressionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetLFTagExpressionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateLFTagExpressionResponse> UpdateLFTagExpressionAsync(
        UpdateLFTagExpressionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateLFTagExpressionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteLFTagExpressionResponse> DeleteLFTagExpressionAsync(
        DeleteLFTagExpressionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteLFTagExpressionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListLFTagExpressionsResponse> ListLFTagExpressionsAsync(
        ListLFTagExpressionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListLFTagExpressionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDataCellsFilterResponse> CreateDataCellsFilterAsync(
        CreateDataCellsFilterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateDataCellsFilterResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDataCellsFilterResponse> GetDataCellsFilterAsync(
        GetDataCellsFilterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDataCellsFilterResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateDataCellsFilterResponse> UpdateDataCellsFilterAsync(
        UpdateDataCellsFilterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateDataCellsFilterResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDataCellsFilterResponse> DeleteDataCellsFilterAsync(
        DeleteDataCellsFilterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteDataCellsFilterResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDataCellsFilterResponse> ListDataCellsFilterAsync(
        ListDataCellsFilterRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListDataCellsFilterResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateLakeFormationOptInResponse> CreateLakeFormationOptInAsync(
        CreateLakeFormationOptInRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateLakeFormationOptInResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteLakeFormationOptInResponse> DeleteLakeFormationOptInAsync(
        DeleteLakeFormationOptInRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteLakeFormationOptInResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListLakeFormationOptInsResponse> ListLakeFormationOptInsAsync(
        ListLakeFormationOptInsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListLakeFormationOptInsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTemporaryGlueTableCredentialsResponse> GetTemporaryGlueTableCredentialsAsync(
        GetTemporaryGlueTableCredentialsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTemporaryGlueTableCredentialsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTemporaryGluePartitionCredentialsResponse> GetTemporaryGluePartitionCredentialsAsync(
        GetTemporaryGluePartitionCredentialsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTemporaryGluePartitionCredentialsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTemporaryDataLocationCredentialsResponse> GetTemporaryDataLocationCredentialsAsync(
        GetTemporaryDataLocationCredentialsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTemporaryDataLocationCredentialsResponse>(request, cancellationToken);
}
