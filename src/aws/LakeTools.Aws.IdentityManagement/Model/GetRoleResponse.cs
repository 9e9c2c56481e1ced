using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetRole.</summary>
public partial class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role. Required.</summary>
    public Role Role { get; set; }
}
