using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DeleteLakeFormationOptIn.</summary>
public partial class DeleteLakeFormationOptInResponse : AmazonWebServiceResponse
{
}
