namespace Amazon.Glue.Model;

/// <summary>The shape ConnectionInput of AWS Glue.</summary>
public partial class ConnectionInput
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The description. At most 2048 characters.</summary>
    public string Description { get; set; }

    /// <summary>The connection type. Required.</summary>
    public ConnectionType ConnectionType { get; set; }

    /// <summary>The match criteria. At most 10 items. Each: 1 to 255 characters.</summary>
    public List<string> MatchCriteria { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection properties. Required. At most 100 entries.</summary>
    public Dictionary<string, string> ConnectionProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The spark properties.</summary>
    public Dictionary<string, string> SparkProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The athena properties.</summary>
    public Dictionary<string, string> AthenaProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The python properties.</summary>
    public Dictionary<string, string> PythonProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The physical connection requirements.</summary>
    public PhysicalConnectionRequirements PhysicalConnectionRequirements { get; set; }

    /// <summary>The authentication configuration.</summary>
    public AuthenticationConfigurationInput AuthenticationConfiguration { get; set; }

    /// <summary>The flag ValidateCredentials.</summary>
    public bool? ValidateCredentials { get; set; }

    /// <summary>The validate for compute environments.</summary>
    public List<string> ValidateForComputeEnvironments { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
