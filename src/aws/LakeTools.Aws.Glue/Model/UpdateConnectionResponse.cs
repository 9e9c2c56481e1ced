using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UpdateConnection.</summary>
public partial class UpdateConnectionResponse : AmazonWebServiceResponse
{
}
