using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteTable.</summary>
public partial class DeleteTableResponse : AmazonWebServiceResponse
{
}
