using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListResourcesPaginator(IAmazonLakeFormation client, ListResourcesRequest request) : IListResourcesPaginator
{
    private readonly TokenPaginator<ListResourcesRequest, ListResourcesResponse> _pages = new(
        request, client.ListResourcesAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListResourcesResponse> Responses => new PaginatedResponse<ListResourcesResponse>(_pages);
}
