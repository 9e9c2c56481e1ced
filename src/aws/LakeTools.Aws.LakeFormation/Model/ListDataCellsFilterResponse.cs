using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of ListDataCellsFilter.</summary>
public partial class ListDataCellsFilterResponse : AmazonWebServiceResponse
{
    /// <summary>The data cells filters.</summary>
    public List<DataCellsFilter> DataCellsFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
