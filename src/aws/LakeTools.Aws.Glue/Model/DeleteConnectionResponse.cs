using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteConnection.</summary>
public partial class DeleteConnectionResponse : AmazonWebServiceResponse
{
}
