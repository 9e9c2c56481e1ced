using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of CreateDataCellsFilter.</summary>
public partial class CreateDataCellsFilterResponse : AmazonWebServiceResponse
{
}
