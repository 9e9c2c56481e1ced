namespace Amazon.LakeFormation.Model;

/// <summary>The shape TemporaryCredentials of AWS Lake Formation.</summary>
public partial class TemporaryCredentials
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
