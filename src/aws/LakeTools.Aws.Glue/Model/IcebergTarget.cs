namespace Amazon.Glue.Model;

/// <summary>The shape IcebergTarget of AWS Glue.</summary>
public partial class IcebergTarget
{
    /// <summary>The paths.</summary>
    public List<string> Paths { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The exclusions.</summary>
    public List<string> Exclusions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The maximum traversal depth.</summary>
    public int? MaximumTraversalDepth { get; set; }
}
