using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of DeleteRole.</summary>
public partial class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }
}
