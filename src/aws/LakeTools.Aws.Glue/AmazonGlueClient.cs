using Amazon.Runtime;
using Amazon.Glue.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue;

/// <summary>
/// A client of AWS Glue. To add an operation, add its request and response in Model, and a line here and in the interface.
/// </summary>
public partial class AmazonGlueClient : ServiceClient, IAmazonGlue
{
    private GluePaginatorFactory _paginators;

    /// <summary>Makes a client that finds credentials and region by the SDK's default chain.</summary>
    public AmazonGlueClient()
        : base(new AmazonGlueConfig())
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="region">The region.</param>
    public AmazonGlueClient(RegionEndpoint region)
        : base(new AmazonGlueConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client that finds credentials by the SDK's default chain.</summary>
    /// <param name="config">The config.</param>
    public AmazonGlueClient(AmazonGlueConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    public AmazonGlueClient(AWSCredentials credentials)
        : base(credentials, new AmazonGlueConfig())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="region">The region.</param>
    public AmazonGlueClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonGlueConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonGlueClient(AWSCredentials credentials, AmazonGlueConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="region">The region.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonGlueConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="region">The region.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region)
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The access key's secret.</param>
    /// <param name="awsSessionToken">The token of temporary credentials.</param>
    /// <param name="clientConfig">The config.</param>
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonGlueConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig)
    {
    }

    /// <inheritdoc/>
    public IGluePaginatorFactory Paginators => _paginators ??= new GluePaginatorFactory(this);

    /// <inheritdoc/>
    public virtual Task<CreateDatabaseResponse> CreateDatabaseAsync(
        CreateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateDatabaseResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDatabaseResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDatabasesResponse> GetDatabasesAsync(
        GetDatabasesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDatabasesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateDatabaseResponse> UpdateDatabaseAsync(
        UpdateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateDatabaseResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDatabaseResponse> DeleteDatabaseAsync(
        DeleteDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteDatabaseResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTableResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetUnfilteredTableMetadataResponse> GetUnfilteredTableMetadataAsync(
        GetUnfilteredTableMetadataRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetUnfilteredTableMetadataResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTablesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateTableResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteTableResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchDeleteTableResponse> BatchDeleteTableAsync(
        BatchDeleteTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchDeleteTableResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTableVersionResponse> GetTableVersionAsync(
        GetTableVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableVersionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTableVersionsResponse> GetTableVersionsAsync(
        GetTableVersionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableVersionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteTableVersionResponse> DeleteTableVersionAsync(
        DeleteTableVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteTableVersionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchDeleteTableVersionResponse> BatchDeleteTableVersionAsync(
        BatchDeleteTableVersionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchDeleteTableVersionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SearchTablesResponse> SearchTablesAsync(
        SearchTablesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SearchTablesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreatePartitionResponse> CreatePartitionAsync(
        CreatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreatePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPartitionResponse> GetPartitionAsync(
        GetPartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPartitionsResponse> GetPartitionsAsync(
        GetPartitionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPartitionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdatePartitionResponse> UpdatePartitionAsync(
        UpdatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdatePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeletePartitionResponse> DeletePartitionAsync(
        DeletePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchCreatePartitionResponse> BatchCreatePartitionAsync(
        BatchCreatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchCreatePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchGetPartitionResponse> BatchGetPartitionAsync(
        BatchGetPartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetPartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchUpdatePartitionResponse> BatchUpdatePartitionAsync(
        BatchUpdatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchUpdatePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchDeletePartitionResponse> BatchDeletePartitionAsync(
        BatchDeletePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchDeletePartitionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateJobResponse> CreateJobAsync(CreateJobRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateJobResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetJobResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobsResponse> GetJobsAsync(GetJobsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetJobsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateJobResponse> UpdateJobAsync(UpdateJobRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateJobResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteJobResponse> DeleteJobAsync(DeleteJobRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteJobResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListJobsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchGetJobsResponse> BatchGetJobsAsync(
        BatchGetJobsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetJobsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartJobRunResponse> StartJobRunAsync(StartJobRunRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartJobRunResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobRunResponse> GetJobRunAsync(GetJobRunRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetJobRunResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobRunsResponse> GetJobRunsAsync(GetJobRunsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetJobRunsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchStopJobRunResponse> BatchStopJobRunAsync(
        BatchStopJobRunRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchStopJobRunResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetJobBookmarkResponse> GetJobBookmarkAsync(
        GetJobBookmarkRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetJobBookmarkResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ResetJobBookmarkResponse> ResetJobBookmarkAsync(
        ResetJobBookmarkRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ResetJobBookmarkResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateTriggerResponse> CreateTriggerAsync(
        CreateTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTriggerResponse> GetTriggerAsync(GetTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTriggersResponse> GetTriggersAsync(GetTriggersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTriggersResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchGetTriggersResponse> BatchGetTriggersAsync(
        BatchGetTriggersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetTriggersResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTriggersResponse> ListTriggersAsync(
        ListTriggersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListTriggersResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateTriggerResponse> UpdateTriggerAsync(
        UpdateTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteTriggerResponse> DeleteTriggerAsync(
        DeleteTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartTriggerResponse> StartTriggerAsync(
        StartTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopTriggerResponse> StopTriggerAsync(StopTriggerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopTriggerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateCrawlerResponse> CreateCrawlerAsync(
        CreateCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCrawlerResponse> GetCrawlerAsync(GetCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCrawlersResponse> GetCrawlersAsync(GetCrawlersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCrawlersResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListCrawlersResponse> ListCrawlersAsync(
        ListCrawlersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListCrawlersResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateCrawlerResponse> UpdateCrawlerAsync(
        UpdateCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartCrawlerResponse> StartCrawlerAsync(
        StartCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopCrawlerResponse> StopCrawlerAsync(StopCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteCrawlerResponse> DeleteCrawlerAsync(
        DeleteCrawlerRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteCrawlerResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateConnectionResponse> CreateConnectionAsync(
        CreateConnectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetConnectionResponse> GetConnectionAsync(
        GetConnectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetConnectionsResponse> GetConnectionsAsync(
        GetConnectionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetConnectionsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateConnectionResponse> UpdateConnectionAsync(
        UpdateConnectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteConnectionResponse> DeleteConnectionAsync(
        DeleteConnectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BatchDeleteConnectionResponse> BatchDeleteConnectionAsync(
        BatchDeleteConnectionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchDeleteConnectionResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateCatalogResponse> CreateCatalogAsync(
        CreateCatalogRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateCatalogResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCatalogResponse> GetCatalogAsync(GetCatalogRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCatalogResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCatalogsResponse> GetCatalogsAsync(GetCatalogsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCatalogsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateCatalogResponse> UpdateCatalogAsync(
        UpdateCatalogRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateCatalogResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteCatalogResponse> DeleteCatalogAsync(
        DeleteCatalogRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteCatalogResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UntagResourceResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetTagsResponse> GetTagsAsync(GetTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTagsResponse>(request, cancellationToken);
}
