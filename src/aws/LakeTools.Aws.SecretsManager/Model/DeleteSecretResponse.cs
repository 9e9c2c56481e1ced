using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The answer of DeleteSecret.</summary>
public partial class DeleteSecretResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN. 20 to 2048 characters.</summary>
    public string ARN { get; set; }

    /// <summary>The name. 1 to 256 characters.</summary>
    public string Name { get; set; }

    /// <summary>The deletion date. UTC.</summary>
    public DateTime? DeletionDate { get; set; }
}
