namespace Amazon.IdentityManagement.Model;

/// <summary>Makes the paginators of AWS Identity and Access Management.</summary>
public interface IIdentityManagementServicePaginatorFactory
{
    /// <summary>Walks ListAttachedRolePolicies.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListAttachedRolePoliciesPaginator ListAttachedRolePolicies(ListAttachedRolePoliciesRequest request);

    /// <summary>Walks ListRolePolicies.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListRolePoliciesPaginator ListRolePolicies(ListRolePoliciesRequest request);

    /// <summary>Walks ListRoles.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IListRolesPaginator ListRoles(ListRolesRequest request);
}
