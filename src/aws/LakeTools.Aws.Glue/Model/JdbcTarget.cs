namespace Amazon.Glue.Model;

/// <summary>The shape JdbcTarget of AWS Glue.</summary>
public partial class JdbcTarget
{
    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The path.</summary>
    public string Path { get; set; }

    /// <summary>The exclusions.</summary>
    public List<string> Exclusions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The enable additional metadata.</summary>
    public List<string> EnableAdditionalMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
