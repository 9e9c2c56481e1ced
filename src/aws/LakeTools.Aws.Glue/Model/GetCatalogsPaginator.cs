using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetCatalogsPaginator(IAmazonGlue client, GetCatalogsRequest request) : IGetCatalogsPaginator
{
    private readonly TokenPaginator<GetCatalogsRequest, GetCatalogsResponse> _pages = new(
        request, client.GetCatalogsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetCatalogsResponse> Responses => new PaginatedResponse<GetCatalogsResponse>(_pages);
}
