using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of GetRandomPassword.</summary>
public partial class GetRandomPasswordResponse : AmazonWebServiceResponse
{
    /// <summary>The random password. Sensitive: never log it. At most 4096 characters.</summary>
    public string RandomPassword { get; set; }
}
