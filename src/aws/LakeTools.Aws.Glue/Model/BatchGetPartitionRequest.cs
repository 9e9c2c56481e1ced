using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchGetPartition.</summary>
public partial class BatchGetPartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The partitions to get. Required. At most 1000 items.</summary>
    public List<PartitionValueList> PartitionsToGet { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The audit context.</summary>
    public AuditContext AuditContext { get; set; }

    /// <summary>The query session context.</summary>
    public QuerySessionContext QuerySessionContext { get; set; }
}
