namespace Amazon.Glue.Model;

/// <summary>The shape AuthenticationConfiguration of AWS Glue.</summary>
public partial class AuthenticationConfiguration
{
    /// <summary>The authentication type.</summary>
    public AuthenticationType AuthenticationType { get; set; }

    /// <summary>The secret arn.</summary>
    public string SecretArn { get; set; }

    /// <summary>The kms key arn.</summary>
    public string KmsKeyArn { get; set; }

    /// <summary>The o auth2 properties.</summary>
    public OAuth2Properties OAuth2Properties { get; set; }
}
