using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of RegisterResource.</summary>
public partial class RegisterResourceResponse : AmazonWebServiceResponse
{
}
