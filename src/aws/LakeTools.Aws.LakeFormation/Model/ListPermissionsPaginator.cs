using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.LakeFormation.Model;

internal sealed class ListPermissionsPaginator(IAmazonLakeFormation client, ListPermissionsRequest request) : IListPermissionsPaginator
{
    private readonly TokenPaginator<ListPermissionsRequest, ListPermissionsResponse> _pages = new(
        request, client.ListPermissionsAsync, static (first, token) => first.NextToken = token, static page => page.NextToken);

    public IPaginatedEnumerable<ListPermissionsResponse> Responses => new PaginatedResponse<ListPermissionsResponse>(_pages);
}
