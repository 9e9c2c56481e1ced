using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteCatalog.</summary>
public partial class DeleteCatalogResponse : AmazonWebServiceResponse
{
}
