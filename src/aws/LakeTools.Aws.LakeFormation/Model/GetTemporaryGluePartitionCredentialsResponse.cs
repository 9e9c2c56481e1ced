using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetTemporaryGluePartitionCredentials.</summary>
public partial class GetTemporaryGluePartitionCredentialsResponse : AmazonWebServiceResponse
{
    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; set; }

    /// <summary>The secret access key.</summary>
    public string SecretAccessKey { get; set; }

    /// <summary>The session token.</summary>
    public string SessionToken { get; set; }

    /// <summary>The expiration. UTC.</summary>
    public DateTime? Expiration { get; set; }
}
