using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateDatabase.</summary>
public partial class UpdateDatabaseResponse : AmazonWebServiceResponse
{
}
