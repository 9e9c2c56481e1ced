using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of AttachRolePolicy.</summary>
public partial class AttachRolePolicyResponse : AmazonWebServiceResponse
{
}
