namespace Amazon.Glue.Model;

/// <summary>The shape OAuth2ClientApplication of AWS Glue.</summary>
public partial class OAuth2ClientApplication
{
    /// <summary>The user managed client application client id. At most 2048 characters.</summary>
    public string UserManagedClientApplicationClientId { get; set; }

    /// <summary>The AWS managed client application reference. At most 2048 characters.</summary>
    public string AWSManagedClientApplicationReference { get; set; }
}
