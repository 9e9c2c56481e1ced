using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetCatalog.</summary>
public partial class GetCatalogRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. Required. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }
}
