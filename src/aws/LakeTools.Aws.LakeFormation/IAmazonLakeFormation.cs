using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.LakeFormation.Model;

namespace Amazon.LakeFormation;

/// <summary>AWS Lake Formation.</summary>
public partial interface IAmazonLakeFormation : IAmazonService, IDisposable
{
    /// <summary>Walks lists page by page.</summary>
    ILakeFormationPaginatorFactory Paginators { get; }

    /// <summary>Calls GrantPermissions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    Task<GrantPermissionsResponse> GrantPermissionsAsync(GrantPermissionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RevokePermissions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    Task<RevokePermissionsResponse> RevokePermissionsAsync(RevokePermissionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchGrantPermissions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchGrantPermissionsResponse> BatchGrantPermissionsAsync(
        BatchGrantPermissionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls BatchRevokePermissions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<BatchRevokePermissionsResponse> BatchRevokePermissionsAsync(
        BatchRevokePermissionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListPermissions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    Task<ListPermissionsResponse> ListPermissionsAsync(ListPermissionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetEffectivePermissionsForPath.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    Task<GetEffectivePermissionsForPathResponse> GetEffectivePermissionsForPathAsync(
        GetEffectivePermissionsForPathRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetDataLakePrincipal.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<GetDataLakePrincipalResponse> GetDataLakePrincipalAsync(
        GetDataLakePrincipalRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetDataLakeSettings.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<GetDataLakeSettingsResponse> GetDataLakeSettingsAsync(
        GetDataLakeSettingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls PutDataLakeSettings.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    Task<PutDataLakeSettingsResponse> PutDataLakeSettingsAsync(
        PutDataLakeSettingsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RegisterResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeregisterResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<DeregisterResourceResponse> DeregisterResourceAsync(
        DeregisterResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DescribeResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<DescribeResourceResponse> DescribeResourceAsync(DescribeResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<UpdateResourceResponse> UpdateResourceAsync(UpdateResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListResources.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    Task<ListResourcesResponse> ListResourcesAsync(ListResourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateLFTag.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<CreateLFTagResponse> CreateLFTagAsync(CreateLFTagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetLFTag.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<GetLFTagResponse> GetLFTagAsync(GetLFTagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateLFTag.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<UpdateLFTagResponse> UpdateLFTagAsync(UpdateLFTagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteLFTag.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<DeleteLFTagResponse> DeleteLFTagAsync(DeleteLFTagRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListLFTags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<ListLFTagsResponse> ListLFTagsAsync(ListLFTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls AddLFTagsToResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<AddLFTagsToResourceResponse> AddLFTagsToResourceAsync(
        AddLFTagsToResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls RemoveLFTagsFromResource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<RemoveLFTagsFromResourceResponse> RemoveLFTagsFromResourceAsync(
        RemoveLFTagsFromResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetResourceLFTags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<GetResourceLFTagsResponse> GetResourceLFTagsAsync(GetResourceLFTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls SearchTablesByLFTags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<SearchTablesByLFTagsResponse> SearchTablesByLFTagsAsync(
        SearchTablesByLFTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls SearchDatabasesByLFTags.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<SearchDatabasesByLFTagsResponse> SearchDatabasesByLFTagsAsync(
        SearchDatabasesByLFTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateLFTagExpression.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    Task<CreateLFTagExpressionResponse> CreateLFTagExpressionAsync(
        CreateLFTagExpressionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetLFTagExpression.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<GetLFTagExpressionResponse> GetLFTagExpressionAsync(
        GetLFTagExpressionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateLFTagExpression.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<UpdateLFTagExpressionResponse> UpdateLFTagExpressionAsync(
        UpdateLFTagExpressionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteLFTagExpression.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<DeleteLFTagExpressionResponse> DeleteLFTagExpressionAsync(
        DeleteLFTagExpressionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListLFTagExpressions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<ListLFTagExpressionsResponse> ListLFTagExpressionsAsync(
        ListLFTagExpressionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateDataCellsFilter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<CreateDataCellsFilterResponse> CreateDataCellsFilterAsync(
        CreateDataCellsFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetDataCellsFilter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<GetDataCellsFilterResponse> GetDataCellsFilterAsync(
        GetDataCellsFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls UpdateDataCellsFilter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<UpdateDataCellsFilterResponse> UpdateDataCellsFilterAsync(
        UpdateDataCellsFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteDataCellsFilter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<DeleteDataCellsFilterResponse> DeleteDataCellsFilterAsync(
        DeleteDataCellsFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListDataCellsFilter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<ListDataCellsFilterResponse> ListDataCellsFilterAsync(
        ListDataCellsFilterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateLakeFormationOptIn.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    /// <exception cref="ResourceNumberLimitExceededException">Answered by the service.</exception>
    Task<CreateLakeFormationOptInResponse> CreateLakeFormationOptInAsync(
        CreateLakeFormationOptInRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DeleteLakeFormationOptIn.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="ConcurrentModificationException">Answered by the service.</exception>
    Task<DeleteLakeFormationOptInResponse> DeleteLakeFormationOptInAsync(
        DeleteLakeFormationOptInRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls ListLakeFormationOptIns.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    Task<ListLakeFormationOptInsResponse> ListLakeFormationOptInsAsync(
        ListLakeFormationOptInsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTemporaryGlueTableCredentials.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="PermissionTypeMismatchException">Answered by the service.</exception>
    Task<GetTemporaryGlueTableCredentialsResponse> GetTemporaryGlueTableCredentialsAsync(
        GetTemporaryGlueTableCredentialsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTemporaryGluePartitionCredentials.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="PermissionTypeMismatchException">Answered by the service.</exception>
    Task<GetTemporaryGluePartitionCredentialsResponse> GetTemporaryGluePartitionCredentialsAsync(
        GetTemporaryGluePartitionCredentialsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetTemporaryDataLocationCredentials.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidInputException">Answered by the service.</exception>
    /// <exception cref="InternalServiceException">Answered by the service.</exception>
    /// <exception cref="OperationTimeoutException">Answered by the service.</exception>
    /// <exception cref="GlueEncryptionException">Answered by the service.</exception>
    /// <exception cref="EntityNotFoundException">Answered by the service.</exception>
    /// <exception cref="AccessDeniedException">Answered by the service.</exception>
    /// <exception cref="ConflictException">Answered by the service.</exception>
    Task<GetTemporaryDataLocationCredentialsResponse> GetTemporaryDataLocationCredentialsAsync(
        GetTemporaryDataLocationCredentialsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonLakeFormationConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
        ? new AmazonLakeFormationClient((AmazonLakeFormationConfig)clientConfig)
        : new AmazonLakeFormationClient(awsCredentials, (AmazonLakeFormationConfig)clientConfig);
}
