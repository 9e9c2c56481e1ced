namespace Amazon.Glue.Model;

/// <summary>The shape Catalog of AWS Glue.</summary>
public partial class Catalog
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The name. Required. 1 to 64 characters.</summary>
    public string Name { get; set; }

    /// <summary>The resource arn.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create time. UTC.</summary>
    public DateTime? CreateTime { get; set; }

    /// <summary>The update time. UTC.</summary>
    public DateTime? UpdateTime { get; set; }

    /// <summary>The target redshift catalog.</summary>
    public TargetRedshiftCatalog TargetRedshiftCatalog { get; set; }

    /// <summary>The federated catalog.</summary>
    public FederatedCatalog FederatedCatalog { get; set; }

    /// <summary>The catalog properties.</summary>
    public CatalogPropertiesOutput CatalogProperties { get; set; }

    /// <summary>The create table default permissions.</summary>
    public List<PrincipalPermissions> CreateTableDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create database default permissions.</summary>
    public List<PrincipalPermissions> CreateDatabaseDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The allow full table external data access.</summary>
    public AllowFullTableExternalDataAccessEnum AllowFullTableExternalDataAccess { get; set; }
}
