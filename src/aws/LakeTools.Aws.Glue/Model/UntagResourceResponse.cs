using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of UntagResource.</summary>
public partial class UntagResourceResponse : AmazonWebServiceResponse
{
}
