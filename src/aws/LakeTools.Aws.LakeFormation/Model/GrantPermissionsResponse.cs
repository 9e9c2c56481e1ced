using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GrantPermissions.</summary>
public partial class GrantPermissionsResponse : AmazonWebServiceResponse
{
}
