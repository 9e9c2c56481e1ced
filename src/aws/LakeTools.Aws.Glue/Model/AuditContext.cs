namespace Amazon.Glue.Model;

/// <summary>The shape AuditContext of AWS Glue.</summary>
public partial class AuditContext
{
    /// <summary>The additional audit context. At most 2048 characters.</summary>
    public string AdditionalAuditContext { get; set; }

    /// <summary>The requested columns. Each: 1 to 1024 characters.</summary>
    public List<string> RequestedColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag AllColumnsRequested.</summary>
    public bool? AllColumnsRequested { get; set; }
}
