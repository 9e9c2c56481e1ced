using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of DetachRolePolicy.</summary>
public partial class DetachRolePolicyResponse : AmazonWebServiceResponse
{
}
