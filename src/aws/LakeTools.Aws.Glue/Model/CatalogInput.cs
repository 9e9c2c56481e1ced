namespace Amazon.Glue.Model;

/// <summary>The shape CatalogInput of AWS Glue.</summary>
public partial class CatalogInput
{
    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The federated catalog.</summary>
    public FederatedCatalog FederatedCatalog { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The target redshift catalog.</summary>
    public TargetRedshiftCatalog TargetRedshiftCatalog { get; set; }

    /// <summary>The catalog properties.</summary>
    public CatalogProperties CatalogProperties { get; set; }

    /// <summary>The create table default permissions.</summary>
    public List<PrincipalPermissions> CreateTableDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The create database default permissions.</summary>
    public List<PrincipalPermissions> CreateDatabaseDefaultPermissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The allow full table external data access.</summary>
    public AllowFullTableExternalDataAccessEnum AllowFullTableExternalDataAccess { get; set; }

    /// <summary>The overwrite child resource permissions with default.</summary>
    public OverwriteChildResourcePermissionsWithDefaultEnum OverwriteChildResourcePermissionsWithDefault { get; set; }
}
