using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateCatalog.</summary>
public partial class UpdateCatalogResponse : AmazonWebServiceResponse
{
}
