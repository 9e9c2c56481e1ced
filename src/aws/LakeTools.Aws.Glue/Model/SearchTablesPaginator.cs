using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class SearchTablesPaginator(IAmazonGlue client, SearchTablesRequest request) : ISearchTablesPaginator
{
    private readonly TokenPaginator<SearchTablesRequest, SearchTablesResponse> _pages = new(
        request, client.SearchTablesAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<SearchTablesResponse> Responses => new PaginatedResponse<SearchTablesResponse>(_pages);
}
