using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of UpdateCatalog.</summary>
public partial class UpdateCatalogRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. Required. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The catalog input. Required.</summary>
    public CatalogInput CatalogInput { get; set; }
}
