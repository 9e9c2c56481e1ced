namespace Amazon.LakeFormation.Model;

/// <summary>The shape TableWithColumnsResource of AWS Lake Formation.</summary>
public partial class TableWithColumnsResource
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The column names. Each: 1 to 255 characters.</summary>
    public List<string> ColumnNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The column wildcard.</summary>
    public ColumnWildcard ColumnWildcard { get; set; }
}
