using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetCatalog.</summary>
public partial class GetCatalogResponse : AmazonWebServiceResponse
{
    /// <summary>The catalog.</summary>
    public Catalog Catalog { get; set; }
}
