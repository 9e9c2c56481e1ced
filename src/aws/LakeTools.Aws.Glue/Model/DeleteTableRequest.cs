using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of DeleteTable.</summary>
public partial class DeleteTableRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The database name. Required. 1 to 255 characters.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The transaction id. 1 to 255 characters.</summary>
    public string TransactionId { get; set; }
}
