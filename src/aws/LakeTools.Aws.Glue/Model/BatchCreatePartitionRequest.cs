using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchCreatePartition.</summary>
public partial class BatchCreatePartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The partition input list. Required. At most 100 items.</summary>
    public List<PartitionInput> PartitionInputList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
