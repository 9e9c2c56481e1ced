namespace Amazon.Glue.Model;

/// <summary>The shape AuthorizationCodeProperties of AWS Glue.</summary>
public partial class AuthorizationCodeProperties
{
    /// <summary>The authorization code. Sensitive: never log it. 1 to 4096 characters.</summary>
    public string AuthorizationCode { get; set; }

    /// <summary>The redirect uri. At most 512 characters.</summary>
    public string RedirectUri { get; set; }
}
