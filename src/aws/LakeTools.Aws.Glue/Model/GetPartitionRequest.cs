using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetPartition.</summary>
public partial class GetPartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The partition values. Required. Each: 1 to 1024 characters.</summary>
    public List<string> PartitionValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }
}
