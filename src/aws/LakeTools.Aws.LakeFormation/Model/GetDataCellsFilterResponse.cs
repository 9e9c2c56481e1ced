using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetDataCellsFilter.</summary>
public partial class GetDataCellsFilterResponse : AmazonWebServiceResponse
{
    /// <summary>The data cells filter.</summary>
    public DataCellsFilter DataCellsFilter { get; set; }
}
