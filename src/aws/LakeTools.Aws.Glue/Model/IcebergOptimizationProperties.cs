namespace Amazon.Glue.Model;

/// <summary>The shape IcebergOptimizationProperties of AWS Glue.</summary>
public partial class IcebergOptimizationProperties
{
    /// <summary>The role arn.</summary>
    public string RoleArn { get; set; }

    /// <summary>The compaction.</summary>
    public Dictionary<string, string> Compaction { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The retention.</summary>
    public Dictionary<string, string> Retention { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The orphan file deletion.</summary>
    public Dictionary<string, string> OrphanFileDeletion { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
