using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of UpdateDataCellsFilter.</summary>
public partial class UpdateDataCellsFilterResponse : AmazonWebServiceResponse
{
}
