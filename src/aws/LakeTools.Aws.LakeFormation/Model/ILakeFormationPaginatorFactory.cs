namespace Amazon.LakeFormation.Model;

/// <summary>Makes the paginators of AWS Lake Formation.</summary>
public interface ILakeFormationPaginatorFactory
{
    /// <summary>Walks ListPermissions.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListPermissionsPaginator ListPermissions(ListPermissionsRequest request);

    /// <summary>Walks GetEffectivePermissionsForPath.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IGetEffectivePermissionsForPathPaginator GetEffectivePermissionsForPath(GetEffectivePermissionsForPathRequest request);

    /// <summary>Walks ListResources.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListResourcesPaginator ListResources(ListResourcesRequest request);

    /// <summary>Walks ListLFTags.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListLFTagsPaginator ListLFTags(ListLFTagsRequest request);

    /// <summary>Walks SearchTablesByLFTags.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    ISearchTablesByLFTagsPaginator SearchTablesByLFTags(SearchTablesByLFTagsRequest request);

    /// <summary>Walks SearchDatabasesByLFTags.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    ISearchDatabasesByLFTagsPaginator SearchDatabasesByLFTags(SearchDatabasesByLFTagsRequest request);

    /// <summary>Walks ListLFTagExpressions.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListLFTagExpressionsPaginator ListLFTagExpressions(ListLFTagExpressionsRequest request);

    /// <summary>Walks ListDataCellsFilter.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListDataCellsFilterPaginator ListDataCellsFilter(ListDataCellsFilterRequest request);

    /// <summary>Walks ListLakeFormationOptIns.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListLakeFormationOptInsPaginator ListLakeFormationOptIns(ListLakeFormationOptInsRequest request);
}
