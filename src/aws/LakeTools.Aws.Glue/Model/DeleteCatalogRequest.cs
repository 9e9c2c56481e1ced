using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of DeleteCatalog.</summary>
public partial class DeleteCatalogRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. Required. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }
}
