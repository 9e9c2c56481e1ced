using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchUpdatePartition.</summary>
public partial class BatchUpdatePartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The entries. Required. 1 to 100 items.</summary>
    public List<BatchUpdatePartitionRequestEntry> Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
