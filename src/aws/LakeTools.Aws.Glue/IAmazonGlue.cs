using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Glue.Model;

namespace Amazon.Glue;

/// <summary>AWS Glue.</summary>
public partial interface IAmazonGlue : IAmazonService, IDisposable
{
    /// <summary>Walks lists page by page.</summary>
    IGluePaginatorFactory Paginators { get; }

    /// <summary>Calls CreateDatabase.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="FederatedResourceAlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<CreateDatabaseResponse> CreateDatabaseAsync(CreateDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetDatabase.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetDatabases.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetDatabasesResponse> GetDatabasesAsync(GetDatabasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateDatabase.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    Task<UpdateDatabaseResponse> UpdateDatabaseAsync(UpdateDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteDatabase.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<DeleteDatabaseResponse> DeleteDatabaseAsync(DeleteDatabaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateTable.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTable.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetUnfilteredTableMetadata, which is for engines that cut a table's columns and rows themselves.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="PermissionTypeMismatchException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetUnfilteredTableMetadataResponse> GetUnfilteredTableMetadataAsync(
        GetUnfilteredTableMetadataRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTables.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateTable.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteTable.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchDeleteTable.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    Task<BatchDeleteTableResponse> BatchDeleteTableAsync(BatchDeleteTableRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTableVersion.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<GetTableVersionResponse> GetTableVersionAsync(GetTableVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTableVersions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<GetTableVersionsResponse> GetTableVersionsAsync(GetTableVersionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteTableVersion.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<DeleteTableVersionResponse> DeleteTableVersionAsync(
        DeleteTableVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchDeleteTableVersion.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchDeleteTableVersionResponse> BatchDeleteTableVersionAsync(
        BatchDeleteTableVersionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls SearchTables.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<SearchTablesResponse> SearchTablesAsync(SearchTablesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreatePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<CreatePartitionResponse> CreatePartitionAsync(CreatePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetPartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetPartitionResponse> GetPartitionAsync(GetPartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetPartitions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="InvalidStateException">Answered by the service.</exception>
    /// <exception cref="ResourceNotReadyException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetPartitionsResponse> GetPartitionsAsync(GetPartitionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdatePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<UpdatePartitionResponse> UpdatePartitionAsync(UpdatePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeletePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<DeletePartitionResponse> DeletePartitionAsync(DeletePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchCreatePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<BatchCreatePartitionResponse> BatchCreatePartitionAsync(
        BatchCreatePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchGetPartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="InvalidStateException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<BatchGetPartitionResponse> BatchGetPartitionAsync(BatchGetPartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchUpdatePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<BatchUpdatePartitionResponse> BatchUpdatePartitionAsync(
        BatchUpdatePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchDeletePartition.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchDeletePartitionResponse> BatchDeletePartitionAsync(
        BatchDeletePartitionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateJob.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="IdempotentParameterMismatchException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<CreateJobResponse> CreateJobAsync(CreateJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetJob.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetJobResponse> GetJobAsync(GetJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetJobs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetJobsResponse> GetJobsAsync(GetJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateJob.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<UpdateJobResponse> UpdateJobAsync(UpdateJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteJob.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<DeleteJobResponse> DeleteJobAsync(DeleteJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListJobs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<ListJobsResponse> ListJobsAsync(ListJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchGetJobs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    Task<BatchGetJobsResponse> BatchGetJobsAsync(BatchGetJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StartJobRun.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="ConcurrentRunsExceededException">Answered by the service.</exception>
    Task<StartJobRunResponse> StartJobRunAsync(StartJobRunRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetJobRun.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetJobRunResponse> GetJobRunAsync(GetJobRunRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetJobRuns.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetJobRunsResponse> GetJobRunsAsync(GetJobRunsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchStopJobRun.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchStopJobRunResponse> BatchStopJobRunAsync(BatchStopJobRunRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetJobBookmark.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ValidationException">Answered by the service.</exception>
    Task<GetJobBookmarkResponse> GetJobBookmarkAsync(GetJobBookmarkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ResetJobBookmark.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<ResetJobBookmarkResponse> ResetJobBookmarkAsync(ResetJobBookmarkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="IdempotentParameterMismatchException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<CreateTriggerResponse> CreateTriggerAsync(CreateTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetTriggerResponse> GetTriggerAsync(GetTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTriggers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetTriggersResponse> GetTriggersAsync(GetTriggersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchGetTriggers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    Task<BatchGetTriggersResponse> BatchGetTriggersAsync(BatchGetTriggersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListTriggers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<ListTriggersResponse> ListTriggersAsync(ListTriggersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<UpdateTriggerResponse> UpdateTriggerAsync(UpdateTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<DeleteTriggerResponse> DeleteTriggerAsync(DeleteTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StartTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="ConcurrentRunsExceededException">Answered by the service.</exception>
    Task<StartTriggerResponse> StartTriggerAsync(StartTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StopTrigger.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<StopTriggerResponse> StopTriggerAsync(StopTriggerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    Task<CreateCrawlerResponse> CreateCrawlerAsync(CreateCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetCrawlerResponse> GetCrawlerAsync(GetCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetCrawlers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<GetCrawlersResponse> GetCrawlersAsync(GetCrawlersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListCrawlers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<ListCrawlersResponse> ListCrawlersAsync(ListCrawlersRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="VersionMismatchException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="CrawlerRunningException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<UpdateCrawlerResponse> UpdateCrawlerAsync(UpdateCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StartCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="CrawlerRunningException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<StartCrawlerResponse> StartCrawlerAsync(StartCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls StopCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="CrawlerNotRunningException">Answered by the service.</exception>
    /// <exception cref="CrawlerStoppingException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<StopCrawlerResponse> StopCrawlerAsync(StopCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteCrawler.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="CrawlerRunningException">Answered by the service.</exception>
    /// <exception cref="SchedulerTransitioningException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<DeleteCrawlerResponse> DeleteCrawlerAsync(DeleteCrawlerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateConnection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<CreateConnectionResponse> CreateConnectionAsync(CreateConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetConnection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<GetConnectionResponse> GetConnectionAsync(GetConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetConnections.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<GetConnectionsResponse> GetConnectionsAsync(GetConnectionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateConnection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    Task<UpdateConnectionResponse> UpdateConnectionAsync(UpdateConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteConnection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<DeleteConnectionResponse> DeleteConnectionAsync(DeleteConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchDeleteConnection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchDeleteConnectionResponse> BatchDeleteConnectionAsync(
        BatchDeleteConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateCatalog.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="FederatedResourceAlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    Task<CreateCatalogResponse> CreateCatalogAsync(CreateCatalogRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetCatalog.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetCatalogResponse> GetCatalogAsync(GetCatalogRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetCatalogs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    /// <exception cref="FederationSourceRetryableException">Answered by the service.</exception>
    Task<GetCatalogsResponse> GetCatalogsAsync(GetCatalogsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateCatalog.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    Task<UpdateCatalogResponse> UpdateCatalogAsync(UpdateCatalogRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteCatalog.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="FederationSourceException">Answered by the service.</exception>
    Task<DeleteCatalogResponse> DeleteCatalogAsync(DeleteCatalogRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls TagResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UntagResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<GetTagsResponse> GetTagsAsync(GetTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonGlueConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
        ? new AmazonGlueClient((AmazonGlueConfig)clientConfig)
        : new AmazonGlueClient(awsCredentials, (AmazonGlueConfig)clientConfig);
}
