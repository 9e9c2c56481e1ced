namespace Amazon.LakeFormation.Model;

/// <summary>The shape DataCellsFilter of AWS Lake Formation.</summary>
public partial class DataCellsFilter
{
    /// <summary>The table catalog id. Required. 1 to 255 characters.</summary>
    public string TableCatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The row filter.</summary>
    public RowFilter RowFilter { get; set; }

    /// <summary>The column names. Each: 1 to 255 characters.</summary>
    public List<string> ColumnNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The column wildcard.</summary>
    public ColumnWildcard ColumnWildcard { get; set; }

    /// <summary>The version id. 1 to 255 characters.</summary>
    public string VersionId { get; set; }
}
