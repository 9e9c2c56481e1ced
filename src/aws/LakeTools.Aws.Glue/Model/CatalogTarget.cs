namespace Amazon.Glue.Model;

/// <summary>The shape CatalogTarget of AWS Glue.</summary>
public partial class CatalogTarget
{
    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The tables. Required. At least 1 item. Each: 1 to 255 characters.</summary>
    public List<string> Tables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The connection name.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The event queue arn.</summary>
    public string EventQueueArn { get; set; }

    /// <summary>The dlq event queue arn.</summary>
    public string DlqEventQueueArn { get; set; }
}
