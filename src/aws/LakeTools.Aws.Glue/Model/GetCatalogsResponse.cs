using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetCatalogs.</summary>
public partial class GetCatalogsResponse : AmazonWebServiceResponse
{
    /// <summary>The catalog list. Required.</summary>
    public List<Catalog> CatalogList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }
}
