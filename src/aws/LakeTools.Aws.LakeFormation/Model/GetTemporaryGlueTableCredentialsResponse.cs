using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetTemporaryGlueTableCredentials.</summary>
public partial class GetTemporaryGlueTableCredentialsResponse : AmazonWebServiceResponse
{
    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; set; }

    /// <summary>The secret access key.</summary>
    public string SecretAccessKey { get; set; }

    /// <summary>The session token.</summary>
    public string SessionToken { get; set; }

    /// <summary>The expiration. UTC.</summary>
    public DateTime? Expiration { get; set; }

    /// <summary>The vended S3 path.</summary>
    public List<string> VendedS3Path { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
