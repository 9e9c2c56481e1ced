using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of GetDataCellsFilter.</summary>
public partial class GetDataCellsFilterRequest : AmazonLakeFormationRequest
{
    /// <summary>The table catalog id. Required. 1 to 255 characters.</summary>
    public string TableCatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
