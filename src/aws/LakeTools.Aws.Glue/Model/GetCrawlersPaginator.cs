using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetCrawlersPaginator(IAmazonGlue client, GetCrawlersRequest request) : IGetCrawlersPaginator
{
    private readonly TokenPaginator<GetCrawlersRequest, GetCrawlersResponse> _pages = new(
        request, client.GetCrawlersAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetCrawlersResponse> Responses => new PaginatedResponse<GetCrawlersResponse>(_pages);

    public IPaginatedEnumerable<Crawler> Crawlers =>
        new PaginatedResultKeyResponse<GetCrawlersResponse, Crawler>(_pages, static page => page.Crawlers ?? []);
}
