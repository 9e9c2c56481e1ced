using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class SearchTablesByLFTagsPaginator(IAmazonLakeFormation client, SearchTablesByLFTagsRequest request)
    : ISearchTablesByLFTagsPaginator
{
    private readonly TokenPaginator<SearchTablesByLFTagsRequest, SearchTablesByLFTagsResponse> _pages = new(
        request, client.SearchTablesByLFTagsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<SearchTablesByLFTagsResponse> Responses => new PaginatedResponse<SearchTablesByLFTagsResponse>(_pages);

    public IPaginatedEnumerable<TaggedTable> TableList =>
        new PaginatedResultKeyResponse<SearchTablesByLFTagsResponse, TaggedTable>(_pages, static page => page.TableList ?? []);
}
