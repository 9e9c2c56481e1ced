using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of UpdateLFTag.</summary>
public partial class UpdateLFTagResponse : AmazonWebServiceResponse
{
}
