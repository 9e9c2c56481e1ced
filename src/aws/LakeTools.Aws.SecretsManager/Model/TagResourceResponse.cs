using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of TagResource.</summary>
public partial class TagResourceResponse : AmazonWebServiceResponse
{
}
