using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListRolePoliciesPaginator(IAmazonIdentityManagementService client, ListRolePoliciesRequest request)
    : IListRolePoliciesPaginator
{
    private readonly TokenPaginator<ListRolePoliciesRequest, ListRolePoliciesResponse> _pages = new(
        request, client.ListRolePoliciesAsync, static (first, token) => first.Marker = token, static page => page.Marker);

    public IPaginatedEnumerable<ListRolePoliciesResponse> Responses => new PaginatedResponse<ListRolePoliciesResponse>(_pages);

    public IPaginatedEnumerable<string> PolicyNames =>
        new PaginatedResultKeyResponse<ListRolePoliciesResponse, string>(_pages, static page => page.PolicyNames ?? []);
}
