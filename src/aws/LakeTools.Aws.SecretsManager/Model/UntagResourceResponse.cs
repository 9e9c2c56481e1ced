using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of UntagResource.</summary>
public partial class UntagResourceResponse : AmazonWebServiceResponse
{
}
