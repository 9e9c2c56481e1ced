using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.Glue.Model;

internal sealed class GetDatabasesPaginator(IAmazonGlue client, GetDatabasesRequest request) : IGetDatabasesPaginator
{
    private readonly TokenPaginator<GetDatabasesRequest, GetDatabasesResponse> _pages = new(
        request, client.GetDatabasesAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<GetDatabasesResponse> Responses => new PaginatedResponse<GetDatabasesResponse>(_pages);

    public IPaginatedEnumerable<Database> DatabaseList =>
        new PaginatedResultKeyResponse<GetDatabasesResponse, Database>(_pages, static page => page.DatabaseList ?? []);
}
