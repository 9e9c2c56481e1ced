using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetTableVersionsPaginator(IAmazonGlue client, GetTableVersionsRequest request) : IGetTableVersionsPaginator
{
    private readonly TokenPaginator<GetTableVersionsRequest, GetTableVersionsResponse> _pages = new(
        request, client.GetTableVersionsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetTableVersionsResponse> Responses => new PaginatedResponse<GetTableVersionsResponse>(_pages);

    public IPaginatedEnumerable<TableVersion> TableVersions =>
        new PaginatedResultKeyResponse<GetTableVersionsResponse, TableVersion>(_pages, static page => page.TableVersions ?? []);
}
