using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of PutRolePolicy.</summary>
public partial class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The policy name. Required. 1 to 128 characters.</summary>
    public string PolicyName { get; set; }

    /// <summary>The policy document. Required. 1 to 131072 characters.</summary>
    public string PolicyDocument { get; set; }
}
