using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchDeletePartition.</summary>
public partial class BatchDeletePartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The partitions to delete. Required. At most 25 items.</summary>
    public List<PartitionValueList> PartitionsToDelete { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
