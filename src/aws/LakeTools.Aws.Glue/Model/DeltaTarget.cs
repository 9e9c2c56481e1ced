namespace Amazon.Glue.Model;

/// <summary>The shape DeltaTarget of AWS Glue.</summary>
public partial class DeltaTarget
{
    /// <summary>The delta tables.</summary>
    public List<string> DeltaTables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The flag WriteManifest.</summary>
    public bool? WriteManifest { get; set; }

    /// <summary>The flag CreateNativeDeltaTable.</summary>
    public bool? CreateNativeDeltaTable { get; set; }
}
