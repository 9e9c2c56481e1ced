using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetDataLakePrincipal.</summary>
public partial class GetDataLakePrincipalRequest : AmazonLakeFormationRequest
{
}
