using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>The base of the requests to AWS Secrets Manager.</summary>
public partial class AmazonSecretsManagerRequest : AmazonWebServiceRequest
{
}
