using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class ListCrawlersPaginator(IAmazonGlue client, ListCrawlersRequest request) : IListCrawlersPaginator
{
    private readonly TokenPaginator<ListCrawlersRequest, ListCrawlersResponse> _pages = new(
        request, client.ListCrawlersAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListCrawlersResponse> Responses => new PaginatedResponse<ListCrawlersResponse>(_pages);
}
