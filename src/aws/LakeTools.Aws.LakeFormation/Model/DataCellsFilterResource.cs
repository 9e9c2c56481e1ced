namespace Amazon.LakeFormation.Model;

/// <summary>The shape DataCellsFilterResource of AWS Lake Formation.</summary>
public partial class DataCellsFilterResource
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
