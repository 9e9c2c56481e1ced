using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateTable.</summary>
public partial class UpdateTableResponse : AmazonWebServiceResponse
{
}
