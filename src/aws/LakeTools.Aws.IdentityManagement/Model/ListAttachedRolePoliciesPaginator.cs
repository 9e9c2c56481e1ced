using Amazon.Runtime;
using LakeTools.Aws.Runtime;

namespace Amazon.IdentityManagement.Model;

internal sealed class ListAttachedRolePoliciesPaginator(IAmazonIdentityManagementService client, ListAttachedRolePoliciesRequest request)
    : IListAttachedRolePoliciesPaginator
{
    private readonly TokenPaginator<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> _pages = new(
        request, client.ListAttachedRolePoliciesAsync, static (first, token) => first.Marker = token, static page => page.Marker);

    public IPaginatedEnumerable<ListAttachedRolePoliciesResponse> Responses => new PaginatedResponse<ListAttachedRolePoliciesResponse>(
        _pages);

    public IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies =>
        new PaginatedResultKeyResponse<ListAttachedRolePoliciesResponse, AttachedPolicyType>(_pages, static page =>
            page.AttachedPolicies ?? []);
}
