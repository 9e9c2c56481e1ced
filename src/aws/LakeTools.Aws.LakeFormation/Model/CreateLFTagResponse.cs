using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of CreateLFTag.</summary>
public partial class CreateLFTagResponse : AmazonWebServiceResponse
{
}
