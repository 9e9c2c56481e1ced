namespace Amazon.Glue.Model;

/// <summary>The shape CatalogProperties of AWS Glue.</summary>
public partial class CatalogProperties
{
    /// <summary>The data lake access properties.</summary>
    public DataLakeAccessProperties DataLakeAccessProperties { get; set; }

    /// <summary>The iceberg optimization properties.</summary>
    public IcebergOptimizationProperties IcebergOptimizationProperties { get; set; }

    /// <summary>The custom properties.</summary>
    public Dictionary<string, string> CustomProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
