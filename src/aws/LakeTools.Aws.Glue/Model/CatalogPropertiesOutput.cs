namespace Amazon.Glue.Model;

/// <summary>The shape CatalogPropertiesOutput of AWS Glue.</summary>
public partial class CatalogPropertiesOutput
{
    /// <summary>The data lake access properties.</summary>
    public DataLakeAccessPropertiesOutput DataLakeAccessProperties { get; set; }

    /// <summary>The iceberg optimization properties.</summary>
    public IcebergOptimizationPropertiesOutput IcebergOptimizationProperties { get; set; }

    /// <summary>The custom properties.</summary>
    public Dictionary<string, string> CustomProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
