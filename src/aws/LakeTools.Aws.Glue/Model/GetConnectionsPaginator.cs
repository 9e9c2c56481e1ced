using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetConnectionsPaginator(IAmazonGlue client, GetConnectionsRequest request) : IGetConnectionsPaginator
{
    private readonly TokenPaginator<GetConnectionsRequest, GetConnectionsResponse> _pages = new(
        request, client.GetConnectionsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetConnectionsResponse> Responses => new PaginatedResponse<GetConnectionsResponse>(_pages);

    public IPaginatedEnumerable<Connection> ConnectionList =>
        new PaginatedResultKeyResponse<GetConnectionsResponse, Connection>(_pages, static page => page.ConnectionList ?? []);
}
