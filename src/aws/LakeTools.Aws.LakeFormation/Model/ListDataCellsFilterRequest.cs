using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of ListDataCellsFilter.</summary>
public partial class ListDataCellsFilterRequest : AmazonLakeFormationRequest
{
    /// <summary>The table.</summary>
    public TableResource Table { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }
}
