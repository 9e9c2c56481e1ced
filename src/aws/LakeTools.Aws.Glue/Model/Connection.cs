namespace Amazon.Glue.Model;

/// <summary>The shape Connection of AWS Glue.</summary>
public partial class Connection
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The connection type.</summary>
    public ConnectionType ConnectionType { get; set; }

    /// <summary>The match criteria. At most 10 items. Each: 1 to 255 characters.</summary>
    public List<string> MatchCriteria { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection properties. At most 100 entries.</summary>
    public Dictionary<string, string> ConnectionProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The spark properties.</summary>
    public Dictionary<string, string> SparkProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The athena properties.</summary>
    public Dictionary<string, string> AthenaProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The python properties.</summary>
    public Dictionary<string, string> PythonProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The physical connection requirements.</summary>
    public PhysicalConnectionRequirements PhysicalConnectionRequirements { get; set; }

    /// <summary>The creation time. UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The last updated time. UTC.</summary>
    public DateTime? LastUpdatedTime { get; set; }

    /// <summary>The last updated by. 1 to 255 characters.</summary>
    public string LastUpdatedBy { get; set; }

    /// <summary>The status.</summary>
    public ConnectionStatus Status { get; set; }

    /// <summary>The status reason. 1 to 16384 characters.</summary>
    public string StatusReason { get; set; }

    /// <summary>The last connection validation time. UTC.</summary>
    public DateTime? LastConnectionValidationTime { get; set; }

    /// <summary>The authentication configuration.</summary>
    public AuthenticationConfiguration AuthenticationConfiguration { get; set; }

    /// <summary>The connection schema version. 1 to 2.</summary>
    public int? ConnectionSchemaVersion { get; set; }

    /// <summary>The compatible compute environments.</summary>
    public List<string> CompatibleComputeEnvironments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
