using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of AttachRolePolicy.</summary>
public partial class AttachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }

    /// <summary>The policy arn. Required. 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
