namespace Amazon.Glue.Model;

/// <summary>The shape BasicAuthenticationCredentials of AWS Glue.</summary>
public partial class BasicAuthenticationCredentials
{
    /// <summary>The username. At most 512 characters.</summary>
    public string Username { get; set; }

    /// <summary>The password. Sensitive: never log it. At most 512 characters.</summary>
    public string Password { get; set; }
}
