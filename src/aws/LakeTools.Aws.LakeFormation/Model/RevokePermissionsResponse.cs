using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of RevokePermissions.</summary>
public partial class RevokePermissionsResponse : AmazonWebServiceResponse
{
}
