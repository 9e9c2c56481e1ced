using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of CreateLakeFormationOptIn.</summary>
public partial class CreateLakeFormationOptInResponse : AmazonWebServiceResponse
{
}
