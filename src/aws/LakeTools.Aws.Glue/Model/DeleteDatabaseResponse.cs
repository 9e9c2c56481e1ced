using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteDatabase.</summary>
public partial class DeleteDatabaseResponse : AmazonWebServiceResponse
{
}
