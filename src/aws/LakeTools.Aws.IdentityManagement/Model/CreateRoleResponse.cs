using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of CreateRole.</summary>
public partial class CreateRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role. Required.</summary>
    public Role Role { get; set; }
}
