using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>Walks the pages of ListRoles.</summary>
public interface IListRolesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListRolesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Role> Roles { get; }
}
