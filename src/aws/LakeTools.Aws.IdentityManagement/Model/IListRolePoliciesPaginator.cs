using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>Walks the pages of ListRolePolicies.</summary>
public interface IListRolePoliciesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListRolePoliciesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<string> PolicyNames { get; }
}
