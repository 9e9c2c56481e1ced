using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of DeleteTableVersion.</summary>
public partial class DeleteTableVersionResponse : AmazonWebServiceResponse
{
}
