using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of UpdateDataCellsFilter.</summary>
public partial class UpdateDataCellsFilterRequest : AmazonLakeFormationRequest
{
    /// <summary>The table data. Required.</summary>
    public DataCellsFilter TableData { get; set; }
}
