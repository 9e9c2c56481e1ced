using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DeleteLFTag.</summary>
public partial class DeleteLFTagResponse : AmazonWebServiceResponse
{
}
