using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListDataCellsFilterPaginator(IAmazonLakeFormation client, ListDataCellsFilterRequest request)
    : IListDataCellsFilterPaginator
{
    private readonly TokenPaginator<ListDataCellsFilterRequest, ListDataCellsFilterResponse> _pages = new(
        request, client.ListDataCellsFilterAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListDataCellsFilterResponse> Responses => new PaginatedResponse<ListDataCellsFilterResponse>(_pages);

    public IPaginatedEnumerable<DataCellsFilter> DataCellsFilters =>
        new PaginatedResultKeyResponse<ListDataCellsFilterResponse, DataCellsFilter>(_pages, static page => page.DataCellsFilters ?? []);
}
