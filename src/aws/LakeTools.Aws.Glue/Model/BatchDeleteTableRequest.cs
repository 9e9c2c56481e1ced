using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of BatchDeleteTable.</summary>
public partial class BatchDeleteTableRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The tables to delete. Required. At most 100 items. Each: 1 to 255 characters.</summary>
    public List<string> TablesToDelete { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }
}
