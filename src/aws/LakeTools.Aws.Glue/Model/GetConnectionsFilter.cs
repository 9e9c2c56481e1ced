namespace Amazon.Glue.Model;

/// <summary>The shape GetConnectionsFilter of AWS Glue.</summary>
public partial class GetConnectionsFilter
{
    /// <summary>The match criteria. At most 10 items. Each: 1 to 255 characters.</summary>
    public List<string> MatchCriteria { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection type.</summary>
    public ConnectionType ConnectionType { get; set; }

    /// <summary>The connection schema version. 1 to 2.</summary>
    public int? ConnectionSchemaVersion { get; set; }
}
