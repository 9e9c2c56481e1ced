using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of CreateDatabase.</summary>
public partial class CreateDatabaseResponse : AmazonWebServiceResponse
{
}
