using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetTablesPaginator(IAmazonGlue client, GetTablesRequest request) : IGetTablesPaginator
{
    private readonly TokenPaginator<GetTablesRequest, GetTablesResponse> _pages = new(
        request, client.GetTablesAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetTablesResponse> Responses => new PaginatedResponse<GetTablesResponse>(_pages);

    public IPaginatedEnumerable<Table> TableList =>
        new PaginatedResultKeyResponse<GetTablesResponse, Table>(_pages, static page => page.TableList ?? []);
}
