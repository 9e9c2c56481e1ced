namespace Amazon.Glue.Model;

/// <summary>The shape AuthenticationConfigurationInput of AWS Glue.</summary>
public partial class AuthenticationConfigurationInput
{
    /// <summary>The authentication type.</summary>
    public AuthenticationType AuthenticationType { get; set; }

    /// <summary>The o auth2 properties.</summary>
    public OAuth2PropertiesInput OAuth2Properties { get; set; }

    /// <summary>The secret arn.</summary>
    public string SecretArn { get; set; }

    /// <summary>The kms key arn.</summary>
    public string KmsKeyArn { get; set; }

    /// <summary>The basic authentication credentials.</summary>
    public BasicAuthenticationCredentials BasicAuthenticationCredentials { get; set; }

    /// <summary>The custom authentication credentials.</summary>
    public Dictionary<string, string> CustomAuthenticationCredentials { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
