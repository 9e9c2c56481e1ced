namespace Amazon.LakeFormation.Model;

internal sealed class LakeFormationPaginatorFactory(IAmazonLakeFormation client) : ILakeFormationPaginatorFactory
{
    public IListPermissionsPaginator ListPermissions(ListPermissionsRequest request) => new ListPermissionsPaginator(client, request);

    public IGetEffectivePermissionsForPathPaginator GetEffectivePermissionsForPath(GetEffectivePermissionsForPathRequest request) =>
        new GetEffectivePermissionsForPathPaginator(client, request);

    public IListResourcesPaginator ListResources(ListResourcesRequest request) => new ListResourcesPaginator(client, request);

    public IListLFTagsPaginator ListLFTags(ListLFTagsRequest request) => new ListLFTagsPaginator(client, request);

    public ISearchTablesByLFTagsPaginator SearchTablesByLFTags(SearchTablesByLFTagsRequest request) =>
        new SearchTablesByLFTagsPaginator(client, request);

    public ISearchDatabasesByLFTagsPaginator SearchDatabasesByLFTags(SearchDatabasesByLFTagsRequest request) =>
        new SearchDatabasesByLFTagsPaginator(client, request);

    public IListLFTagExpressionsPaginator ListLFTagExpressions(ListLFTagExpressionsRequest request) =>
        new ListLFTagExpressionsPaginator(client, request);

    public IListDataCellsFilterPaginator ListDataCellsFilter(ListDataCellsFilterRequest request) =>
        new ListDataCellsFilterPaginator(client, request);

    public IListLakeFormationOptInsPaginator ListLakeFormationOptIns(ListLakeFormationOptInsRequest request) =>
        new ListLakeFormationOptInsPaginator(client, request);
}
