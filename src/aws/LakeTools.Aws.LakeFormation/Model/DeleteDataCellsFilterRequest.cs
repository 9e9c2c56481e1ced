using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The request of DeleteDataCellsFilter.</summary>
public partial class DeleteDataCellsFilterRequest : AmazonLakeFormationRequest
{
    /// <summary>The table catalog id. 1 to 255 characters.</summary>
    public string TableCatalogId { get; set; }

    /// <summary>The database name. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }
}
