using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of DeleteResourcePolicy.</summary>
public partial class DeleteResourcePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 512 characters.</summary>
    public string Name { get; set; }
}
