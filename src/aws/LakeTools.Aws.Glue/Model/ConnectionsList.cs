namespace Amazon.Glue.Model;

/// <summary>The shape ConnectionsList of AWS Glue.</summary>
public partial class ConnectionsList
{
    /// <summary>The connections. At most 1000 items. Each: at most 255 characters.</summary>
    public List<string> Connections { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
