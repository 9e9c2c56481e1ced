namespace Amazon.LakeFormation.Model;

/// <summary>The shape TableResource of AWS Lake Formation.</summary>
public partial class TableResource
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The table wildcard.</summary>
    public TableWildcard TableWildcard { get; set; }
}
