using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateCatalog.</summary>
public partial class CreateCatalogResponse : AmazonWebServiceResponse
{
}
