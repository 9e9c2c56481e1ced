using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of CreateDataCellsFilter.</summary>
public partial class CreateDataCellsFilterRequest : AmazonLakeFormationRequest
{
    /// <summary>The table data. Required.</summary>
    public DataCellsFilter TableData { get; set; }
}
