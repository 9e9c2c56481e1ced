namespace Amazon.Glue.Model;

/// <summary>The shape OAuth2Credentials of AWS Glue.</summary>
public partial class OAuth2Credentials
{
    /// <summary>The user managed client application client secret. Sensitive: never log it. At most 512 characters.</summary>
    public string UserManagedClientApplicationClientSecret { get; set; }

    /// <summary>The access token. Sensitive: never log it. At most 4096 characters.</summary>
    public string AccessToken { get; set; }

    /// <summary>The refresh token. Sensitive: never log it. At most 4096 characters.</summary>
    public string RefreshToken { get; set; }

    /// <summary>The jwt token. Sensitive: never log it. At most 8000 characters.</summary>
    public string JwtToken { get; set; }
}
