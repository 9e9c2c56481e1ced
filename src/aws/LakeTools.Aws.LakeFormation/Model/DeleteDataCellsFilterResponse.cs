using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of DeleteDataCellsFilter.</summary>
public partial class DeleteDataCellsFilterResponse : AmazonWebServiceResponse
{
}
