namespace Amazon.IdentityManagement.Model;

internal sealed class IdentityManagementServicePaginatorFactory(IAmazonIdentityManagementService client)
    : IIdentityManagementServicePaginatorFactory
{
    public IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request) =>
        new ListAttachedRolePoliciesPaginator(client, request);

    public IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request) => new ListRolePoliciesPaginator(client, request);

    public IListRolesPaginator ListRoles(ListRolesRequest request) => new ListRolesPaginator(client, request);
}
