using Amazon.Runtime;

namespace Amazon.LakeFormation;

/// <summary>The base of the requests to AWS Lake Formation.</summary>
public partial class AmazonLakeFormationRequest : AmazonWebServiceRequest
{
}
