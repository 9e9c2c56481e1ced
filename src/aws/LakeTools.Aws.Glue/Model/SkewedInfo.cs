namespace Amazon.Glue.Model;

/// <summary>The shape SkewedInfo of AWS Glue.</summary>
public partial class SkewedInfo
{
    /// <summary>The skewed column names. Each: 1 to 255 characters.</summary>
    public List<string> SkewedColumnNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The skewed column values.</summary>
    public List<string> SkewedColumnValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The skewed column value location maps.</summary>
    public Dictionary<string, string> SkewedColumnValueLocationMaps { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
