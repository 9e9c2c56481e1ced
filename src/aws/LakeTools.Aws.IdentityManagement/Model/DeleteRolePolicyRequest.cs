using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of DeleteRolePolicy.</summary>
public partial class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The policy name. Required. 1 to 128 characters.</summary>
    public string PolicyName { get; set; }
}
