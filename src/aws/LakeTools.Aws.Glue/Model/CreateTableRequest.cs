using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of CreateTable.</summary>
public partial class CreateTableRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The table input.</summary>
    public TableInput TableInput { get; set; }

    /// <summary>The partition indexes.</summary>
    public List<PartitionIndex> PartitionIndexes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }

    /// <summary>The open table format input.</summary>
    public OpenTableFormatInput OpenTableFormatInput { get; set; }
}
