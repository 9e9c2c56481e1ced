using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class SearchDatabasesByLFTagsPaginator(IAmazonLakeFormation client, SearchDatabasesByLFTagsRequest request)
    : ISearchDatabasesByLFTagsPaginator
{
    private readonly TokenPaginator<SearchDatabasesByLFTagsRequest, SearchDatabasesByLFTagsResponse> _pages = new(
        request, client.SearchDatabasesByLFTagsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<SearchDatabasesByLFTagsResponse> Responses => new PaginatedResponse<SearchDatabasesByLFTagsResponse>(
        _pages);

    public IPaginatedEnumerable<TaggedDatabase> DatabaseList =>
        new PaginatedResultKeyResponse<SearchDatabasesByLFTagsResponse, TaggedDatabase>(_pages, static page => page.DatabaseList ?? []);
}
