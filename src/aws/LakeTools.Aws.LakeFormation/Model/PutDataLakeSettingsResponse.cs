using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of PutDataLakeSettings.</summary>
public partial class PutDataLakeSettingsResponse : AmazonWebServiceResponse
{
}
