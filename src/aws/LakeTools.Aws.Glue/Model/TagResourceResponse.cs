using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of TagResource.</summary>
public partial class TagResourceResponse : AmazonWebServiceResponse
{
}
