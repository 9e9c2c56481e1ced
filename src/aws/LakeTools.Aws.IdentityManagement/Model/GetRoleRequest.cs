using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetRole.</summary>
public partial class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The role name. Required. 1 to 64 characters.</summary>
    public string RoleName { get; set; }
}
