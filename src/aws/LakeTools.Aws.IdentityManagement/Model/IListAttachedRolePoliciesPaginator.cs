using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>Walks the pages of ListAttachedRolePolicies.</summary>
public interface IListAttachedRolePoliciesPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListAttachedRolePoliciesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies { get; }
}
