using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdatePartition.</summary>
public partial class UpdatePartitionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The table name. Required. 1 to 255 characters.</summary>
    public string TableName { get; set; }

    /// <summary>The partition value list. Required. At most 100 items. Each: 1 to 1024 characters.</summary>
    public List<string> PartitionValueList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The partition input. Required.</summary>
    public PartitionInput PartitionInput { get; set; }
}
