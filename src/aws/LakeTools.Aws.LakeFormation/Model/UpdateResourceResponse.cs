using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of UpdateResource.</summary>
public partial class UpdateResourceResponse : AmazonWebServiceResponse
{
}
