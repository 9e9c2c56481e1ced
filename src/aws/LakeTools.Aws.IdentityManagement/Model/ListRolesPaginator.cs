using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRolesPaginator(IAmazonIdentityManagementService client, ListRolesRequest request) : IListRolesPaginator
{
    private readonly TokenPaginator<ListRolesRequest, ListRolesResponse> _pages = new(
        request, client.ListRolesAsync, static (first, token) => first.Marker = token, static page => page.Marker);

    public IPaginatedEnumerable<ListRolesResponse> Responses => new PaginatedResponse<ListRolesResponse>(_pages);

    public IPaginatedEnumerable<Role> Roles =>
        new PaginatedResultKeyResponse<ListRolesResponse, Role>(_pages, static page => page.Roles ?? []);
}
