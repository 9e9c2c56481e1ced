using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of GetResourcePolicy.</summary>
public partial class GetResourcePolicyResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 512 characters.</summary>
    public string Name { get; set; }

    /// <summary>The resource policy. 1 to 20480 characters.</summary>
    public string ResourcePolicy { get; set; }
}
